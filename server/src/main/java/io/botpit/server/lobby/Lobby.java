package io.botpit.server.lobby;

import io.botpit.dialect.GameSummary;
import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.control.GameView;
import io.botpit.server.loop.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Accounts and games. A single writer of its own; reads are for any thread. Every act of the admin is in the lobby's
 * journal before it is done: when, what, and by whom, such as {@code admin 127.0.0.1}.
 */
public interface Lobby {
    /** The games of this process, running and lately ended, oldest first. */
    List<GameSummary> games();

    Optional<GameSummary> summary(GameId game);

    /** A recent picture of a game. */
    Optional<GameView> view(GameId game);

    /** The default game; there always is one, maybe an ended one. */
    GameId defaultGame();

    /** The name of a player, {@code ?} where there is none. */
    String nameOf(PlayerId player);

    /**
     * Accounts in the order of their numbers.
     *
     * @param after the number of the one that it begins behind; 0: from the first on
     */
    List<Account> accounts(long after, int limit);

    /** Whether the server itself runs this player. */
    boolean isHouse(PlayerId player);

    /** So many games that are not over, at the same time: each has a file open and a market in memory. */
    int GAMES_OPEN_MAX = 1_024;

    /**
     * Opens a game; empty where {@link #GAMES_OPEN_MAX} are open already. Fails with {@link IllegalArgumentException}
     * where rules are refused.
     */
    CompletableFuture<Optional<GameId>> open(String by, NewGame wanted);

    /** Hands an act to a game; empty where there is no such game. */
    Optional<CompletableFuture<Outcome<Committed>>> act(GameId game, String by, RefereeAct act);

    /** Says something in all games that are not over. */
    CompletableFuture<Void> announce(String by, String text);

    /**
     * Makes the token of an account worthless and closes the player's sessions; account and password stay. Empty where
     * nobody has that name.
     */
    Optional<CompletableFuture<Void>> revoke(String by, String name);

    /** Closes the player's sessions; he may come back at once. Empty where nobody has that name. */
    Optional<CompletableFuture<Void>> kick(String by, String name);

    /**
     * What the admin did, newest first, of the newest 10,000 acts; the journal has all.
     *
     * @param before the number of the act that it begins behind; 0: from the newest on
     */
    CompletableFuture<List<AdminAct>> acts(long before, int limit);

    /** Only records that the admin ends the server; complete when that is in the journal. */
    CompletableFuture<Void> recordShutdown(String by);
}
