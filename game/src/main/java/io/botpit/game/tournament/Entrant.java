package io.botpit.game.tournament;

import io.botpit.game.PlayerId;

/**
 * Who takes part.
 *
 * @param owner the name of the account that owns the bot; its own where nobody else does
 * @param house whether the server itself plays, as in a dry run
 */
public record Entrant(PlayerId player, String name, String owner, boolean house) {}
