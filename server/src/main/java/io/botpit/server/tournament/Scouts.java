package io.botpit.server.tournament;

import io.botpit.game.PlayerId;
import io.botpit.game.rating.Pool;
import java.util.Optional;

/** What has to be known of players to let them in and to seed them. Any thread; must not wait. */
public interface Scouts {
    /** Whether a player is connected. */
    boolean isOnline(PlayerId player);

    /** The rating of a player among those of a kind of game; empty: none yet. */
    Optional<Rating> rating(PlayerId player, Pool pool);

    /**
     * How strong somebody is.
     *
     * @param points what he is rated at
     * @param certain what he surely is, by which the field is seeded
     * @param games that are rated
     */
    record Rating(double points, double certain, int games) {}
}
