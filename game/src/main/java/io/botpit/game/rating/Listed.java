package io.botpit.game.rating;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import java.util.List;

/**
 * A game in the list of all games, in the order in which they were opened. That order is the order in which results
 * count, however late they come.
 */
public sealed interface Listed {
    GameId game();

    /** One that may yet get a result that counts: whatever is behind it in the list waits for it. */
    record Open(GameId game) implements Listed {}

    /** One that never counts: it was not to be rated, or is void. */
    record Uncounted(GameId game) implements Listed {}

    /** One that ended. */
    record Result(GameId game, Terms terms, Course course, List<Seat> seats) implements Listed {
        private static final long PERCENT = 100;
        private static final long PLAYED_PERCENT_MIN = 80;
        private static final int OWNERS_MIN = 2;
        private static final long TIES_PER_EQUITY = 10_000;

        public Result {
            seats = List.copyOf(seats);
        }

        /** Whether it moves any rating. The house is no owner: nobody is rated by playing with it alone. */
        public boolean counts() {
            return terms.rated
                    && terms.timeLimitMillis > 0
                    && course.playedMillis * PERCENT >= terms.timeLimitMillis * PLAYED_PERCENT_MIN
                    && users().stream().map(Seat::owner).distinct().count() >= OWNERS_MIN;
        }

        public Pool pool() {
            return Pool.of(users().size(), terms.fair);
        }

        private List<Seat> users() {
            return seats.stream().filter(seat -> !seat.house()).toList();
        }

        /** Whether two of them are opponents. In a duel the house makes the market and is none. */
        boolean meet(Seat user, Seat other) {
            return other.house() ? !pool().isDuel() : !other.owner().equals(user.owner());
        }

        /** Scores that differ by no more are tied, in units of the quote asset. */
        long tieWithin() {
            return course.startingEquity / TIES_PER_EQUITY;
        }
    }

    /**
     * What was agreed before a game.
     *
     * @param rated whether it is to count at all
     * @param fair as in {@link Pool#of}
     * @param behaviorVersion of the engine
     * @param timeLimitMillis 0: none, and then it does not count
     */
    record Terms(boolean rated, boolean fair, int behaviorVersion, long timeLimitMillis) {}

    /**
     * How a game went.
     *
     * @param playedMillis without pauses
     * @param startingEquity what the starting wallet is worth at the final marks, in units of the quote asset
     */
    record Course(GameTime startedAt, GameTime endedAt, long playedMillis, long startingEquity) {}
}
