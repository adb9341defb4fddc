package io.botpit.server.http;

import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.rating.Pool;
import io.botpit.protocol.rest.BotList;
import io.botpit.protocol.rest.BotRow;
import io.botpit.protocol.rest.GameDetail;
import io.botpit.protocol.rest.GameList;
import io.botpit.protocol.rest.LeaderboardPage;
import io.botpit.protocol.rest.LogPage;
import io.botpit.protocol.rest.RatingHistory;
import io.botpit.protocol.rest.StandingsTable;
import io.botpit.protocol.rest.TradePage;
import java.util.Optional;
import java.util.Set;

/**
 * What the REST interface shows. Called on many threads at once; may wait for the database. Empty: there is no such
 * game or bot.
 */
public interface ArenaReads {
    /**
     * A part of a list.
     *
     * @param after where the last part ended; 0: from the start
     * @param limit how many rows at most
     */
    record Part(long after, int limit) {}

    /** What came of asking for something that is made from a game's journal. */
    sealed interface Told<T> {
        record Shown<T>(T body) implements Told<T> {}

        record Unknown<T>() implements Told<T> {}

        /** It can be had once the game is over. */
        record GoesOn<T>() implements Told<T> {}

        /** An old game is being played again for it, or too much is asked for at once; ask again in a few seconds. */
        record Busy<T>() implements Told<T> {}

        /**
         * It cannot be had any more.
         *
         * @param why for people
         */
        record Lost<T>(String why) implements Told<T> {}
    }

    /**
     * Which games are asked for: all of it must hold.
     *
     * @param text stands in the title or in the id, capitals do not matter; empty: whatever they are
     * @param bot who was admitted
     */
    record Search(String text, Set<GamePhase> phases, Optional<String> bot) {
        public Search {
            phases = Set.copyOf(phases);
        }
    }

    /** {@code after} counts rows. */
    GameList games(Search search, Part part);

    Told<GameDetail> game(GameId game);

    Optional<StandingsTable> standings(GameId game);

    Optional<TradePage> trades(GameId game, Part part);

    Told<LogPage> log(GameId game, Part part);

    /**
     * {@code after} counts rows.
     *
     * @param pool by whose ratings it goes; empty: by scores
     */
    LeaderboardPage leaderboard(Optional<Pool> pool, Part part);

    /** Newest first; {@code after} counts rows. */
    Optional<RatingHistory> ratings(String name, Pool pool, Part part);

    /**
     * {@code after} counts rows.
     *
     * @param part of the name, capitals do not matter
     */
    BotList bots(String part, Part of);

    Optional<BotRow> bot(String name);
}
