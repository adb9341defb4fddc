package io.botpit.simulation.weather;

import io.botpit.dialect.arena.ArenaDialect;
import io.botpit.game.EndCause;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.server.feed.CopyRoom;
import io.botpit.server.feed.FeedLimits;
import io.botpit.server.feed.FeedWorks;
import io.botpit.server.feed.Feeds;
import io.botpit.server.link.CloseCode;
import io.botpit.server.link.OutboxLimits;
import io.botpit.server.link.Places;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.GameWorks;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.lobby.Passwords;
import io.botpit.server.loop.LoopLimits;
import io.botpit.server.loop.Machinery;
import io.botpit.server.session.SecretDoor;
import io.botpit.server.session.SessionLimits;
import io.botpit.server.session.SessionWorks;
import io.botpit.server.session.Sessions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One process of the server: the product's parts, put together as its wiring does, on a simulated machine and disk. */
final class Server {
    static final String SECRET = "0123456789abcdef".repeat(4);

    private static final int CONNECTIONS_MAX = 10_000;

    private final ArenaLobby lobby;
    private final Sessions sessions;
    private final Feeds feeds;
    private boolean broken;
    private boolean askedToStop;
    private boolean stopped;

    /** What a process starts with; the hashing of passwords is slow on purpose, and shared by all of a build's. */
    record Ground(Machine machine, Disk disk, Climate climate, Witness witness, Passwords passwords) {}

    /** @param first of the games, opened unless an earlier process left one */
    Server(Ground ground, GameRules first) {
        Machine machine = ground.machine();
        Climate.Field field = ground.climate().field();
        ArenaDialect dialect = new ArenaDialect();
        FeedLimits feedLimits = FeedLimits.STANDARD;
        Places places = new Places(CONNECTIONS_MAX, CONNECTIONS_MAX);
        this.feeds = new Feeds(feedLimits, places);
        GameWorks works = new GameWorks(
                new Journals(ground.disk()),
                ground.climate().box().durability(),
                new Machinery(
                        machine,
                        machine,
                        machine,
                        (_, _) -> broken = true,
                        new LoopLimits(
                                field.inboxCommandsMax(), field.batchCommandsMax(), LoopLimits.STANDARD.viewEvery())),
                new FeedWorks(dialect, machine, machine, machine, feedLimits, new CopyRoom()),
                ground.witness(),
                Optional::empty);
        this.lobby = new ArenaLobby(
                LobbyJournal.open(ground.disk(), ground.climate().box().durability()), works, feeds, machine);
        lobby.start(new NewGame(first, "First", true));
        SessionWorks sessionWorks = new SessionWorks(
                dialect,
                lobby,
                new SecretDoor(SECRET, ground.passwords(), machine),
                ground.passwords(),
                machine,
                machine,
                machine,
                limits(field),
                () -> askedToStop = true);
        this.sessions = new Sessions(sessionWorks, places, _ -> {});
    }

    private static SessionLimits limits(Climate.Field field) {
        SessionLimits base = SessionLimits.STANDARD.withRates(SessionLimits.Rates.of(field.commandsPerSecond()));
        return new SessionLimits(
                base.requestsInFlightMax(),
                base.malformedInRowMax(),
                base.refusedBeforeLoginMax(),
                base.loginWithin(),
                new OutboxLimits(field.outboxFramesMax(), OutboxLimits.STANDARD.bytesMax()),
                base.rates());
    }

    ArenaLobby lobby() {
        return lobby;
    }

    Sessions sessions() {
        return sessions;
    }

    Feeds feeds() {
        return feeds;
    }

    /** Whether it said that the machine is broken: its process has to end. */
    boolean isBroken() {
        return broken;
    }

    boolean isAskedToStop() {
        return askedToStop;
    }

    /** Everything was said and all sockets are being closed. */
    boolean isStopped() {
        return stopped;
    }

    /** Goes down in the order of the product's own way down. */
    void stop() {
        var _ = lobby.endAll(EndCause.SHUTDOWN, "The server is shutting down.")
                .thenCompose(_ -> told())
                .thenRun(() -> {
                    sessions.closeAll(CloseCode.GOING_AWAY, "the server goes down");
                    stopped = true;
                });
    }

    private CompletableFuture<Void> told() {
        return CompletableFuture.allOf(
                lobby.openGames().stream().map(OpenGame::told).toArray(CompletableFuture[]::new));
    }
}
