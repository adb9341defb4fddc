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

/** Accounts and games. A single writer of its own; reads are for any thread. */
public interface Lobby {
    /** All games of this process, running and ended, oldest first. */
    List<GameSummary> games();

    Optional<GameSummary> summary(GameId game);

    /** A recent picture of a game. */
    Optional<GameView> view(GameId game);

    /** The default game; there always is one, maybe an ended one. */
    GameId defaultGame();

    /** The name of a player, {@code ?} where there is none. */
    String nameOf(PlayerId player);

    /** Whether the server itself runs this player. */
    boolean isHouse(PlayerId player);

    /** Opens a game. Fails with {@link IllegalArgumentException} where rules are refused. */
    CompletableFuture<GameId> open(NewGame wanted);

    /**
     * Hands an act to a game and records who did it; empty where there is no such game.
     *
     * @param by such as {@code admin 127.0.0.1}
     */
    Optional<CompletableFuture<Outcome<Committed>>> act(GameId game, String by, RefereeAct act);
}
