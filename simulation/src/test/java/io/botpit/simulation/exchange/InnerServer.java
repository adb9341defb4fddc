package io.botpit.simulation.exchange;

import io.botpit.bots.Wire;
import io.botpit.dialect.arena.ArenaDialect;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.server.feed.CopyRoom;
import io.botpit.server.feed.FeedLimits;
import io.botpit.server.feed.FeedWorks;
import io.botpit.server.feed.Feeds;
import io.botpit.server.link.Places;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.GameWorks;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.lobby.Passwords;
import io.botpit.server.loop.Clocks;
import io.botpit.server.loop.LoopLimits;
import io.botpit.server.loop.Machinery;
import io.botpit.server.loop.Scheduler;
import io.botpit.server.session.SecretDoor;
import io.botpit.server.session.SessionLimits;
import io.botpit.server.session.SessionWorks;
import io.botpit.server.session.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The server's own parts in this process, without a port: a wire ends in a normal session. One thread does all the work. */
final class InnerServer implements AutoCloseable {
    private static final String SECRET = "0123456789abcdef".repeat(4);
    private static final int CONNECTIONS_MAX = 100;

    /** What comes after the end is for nobody. */
    private final ScheduledExecutorService thread =
            new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());

    private final LobbyJournal.Opened opened;
    private final Sessions sessions;

    /** @param commandsPerSecond of each player; 0: as many as they like */
    InnerServer(Path folder, GameRules rules, int commandsPerSecond) {
        Clocks clocks = Clocks.system();
        Scheduler scheduler = this::after;
        ArenaDialect dialect = new ArenaDialect();
        Places places = new Places(CONNECTIONS_MAX, CONNECTIONS_MAX);
        GameWorks works = new GameWorks(
                new Journals(folder),
                Durability.PROCESS,
                new Machinery(clocks, scheduler, thread, InnerServer::broken, LoopLimits.STANDARD),
                new FeedWorks(dialect, clocks, scheduler, thread, FeedLimits.STANDARD, new CopyRoom()),
                _ -> _ -> {},
                Optional::empty);
        opened = LobbyJournal.open(folder, Durability.PROCESS);
        ArenaLobby lobby = new ArenaLobby(opened, works, new Feeds(FeedLimits.STANDARD, places), thread);
        lobby.start(new NewGame(rules, "Inner game", true));
        Passwords passwords = new Passwords(thread);
        sessions = new Sessions(
                new SessionWorks(
                        dialect,
                        lobby,
                        new SecretDoor(SECRET, passwords, clocks),
                        passwords,
                        clocks,
                        scheduler,
                        thread,
                        SessionLimits.STANDARD.withRates(SessionLimits.Rates.of(commandsPerSecond)),
                        () -> {}),
                places,
                _ -> {});
    }

    /** Opens sessions as any socket does. */
    Wire.Dialer dialer() {
        return listener -> InnerLine.open(sessions, listener);
    }

    private Scheduler.Timer after(Duration delay, Runnable task) {
        Future<?> waiting = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> waiting.cancel(false);
    }

    private static void broken(String what, Throwable cause) {
        throw new IllegalStateException(what, cause);
    }

    @Override
    public void close() {
        thread.shutdown();
        opened.journal().close();
    }
}
