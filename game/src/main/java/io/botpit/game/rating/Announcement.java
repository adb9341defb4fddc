package io.botpit.game.rating;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;

/**
 * A bot said that it is another program now.
 *
 * @param inTournament whether it was in a tournament that was being played: there, nobody gets an old rating forgotten
 */
public record Announcement(PlayerId player, String version, GameTime at, boolean inTournament) {}
