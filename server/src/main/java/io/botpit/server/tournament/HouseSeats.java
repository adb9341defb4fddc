package io.botpit.server.tournament;

import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import java.util.List;

/** The house's own bots at the tables of a tournament. */
public interface HouseSeats {
    /**
     * Seats bots in a game, which leave when it is over; on the lobby's thread, so it must return at once.
     *
     * @param roster such as {@code market-maker:1,noise:2}
     * @param seed the same one gives the same bots
     */
    void makeMarket(GameId game, String roster, long seed);

    /** Connects bots that take part in dry runs, if they are not there; waits for the lobby, so not on its thread. */
    List<PlayerId> dummies(int count, long seed);
}
