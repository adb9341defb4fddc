package io.botpit.persistence;

import io.botpit.game.PlayerId;

/**
 * A player in a table.
 *
 * @param house whether the server itself plays
 */
public record Contender(PlayerId player, String name, boolean house) {}
