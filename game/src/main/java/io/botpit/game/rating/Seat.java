package io.botpit.game.rating;

import io.botpit.game.PlayerId;

/**
 * What one player came to in a game.
 *
 * @param owner the account whose bot it is; a bot without one is its own
 * @param house whether the server itself played
 * @param disqualified behind all who were not, whatever the score
 * @param score in whole units of the quote asset
 */
public record Seat(PlayerId player, PlayerId owner, boolean house, boolean disqualified, long score) {
    /** 1 for a better place, 0.5 for a tie, 0 for a worse one. */
    double against(Seat other, long tieWithin) {
        if (disqualified || other.disqualified) {
            return disqualified == other.disqualified ? 0.5 : disqualified ? 0 : 1;
        }
        if (Math.abs(score - other.score) <= tieWithin) {
            return 0.5;
        }
        return score > other.score ? 1 : 0;
    }
}
