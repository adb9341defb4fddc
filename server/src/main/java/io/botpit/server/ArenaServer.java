package io.botpit.server;

import io.botpit.game.EndCause;
import io.botpit.server.cli.Program;
import io.botpit.server.http.ArenaHttp;
import io.botpit.server.link.CloseCode;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.session.Sessions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that runs, and the order in which it goes down. Any thread. */
final class ArenaServer implements Program.Server {
    private static final Logger LOG = LoggerFactory.getLogger(ArenaServer.class);
    private static final long STEP_SECONDS_MAX = 2;

    private final ArenaHttp http;
    private final ArenaLobby lobby;
    private final Sessions sessions;
    private final StopSignal stop;
    private final Closing closing;
    private final AtomicBoolean gamesEnded = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    ArenaServer(ArenaHttp http, Sessions sessions, ArenaLobby lobby, Ground ground) {
        this.http = http;
        this.lobby = lobby;
        this.sessions = sessions;
        this.stop = ground.stop();
        this.closing = ground.closing();
    }

    /** What was there before everything else. */
    record Ground(StopSignal stop, Closing closing) {}

    @Override
    public int httpPort() {
        return http.httpPort();
    }

    @Override
    public int feedPort() {
        return http.feedPort();
    }

    @Override
    public void awaitShutdown() {
        try {
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isStopping() {
        return stop.isRequested();
    }

    @Override
    public boolean isBroken() {
        return stop.isBroken();
    }

    @Override
    public void endGames() {
        stop.request();
        if (gamesEnded.compareAndSet(false, true)) {
            patiently("end the games", lobby.endAll(EndCause.SHUTDOWN, "The server is shutting down."));
            patiently("tell the end", told(lobby.openGames()));
        }
    }

    /** Ends the games, hangs up, and closes the rest in reverse. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        endGames();
        sessions.closeAll(CloseCode.GOING_AWAY, "the server goes down");
        closing.close();
    }

    private static CompletableFuture<Void> told(List<OpenGame> games) {
        return CompletableFuture.allOf(games.stream().map(OpenGame::told).toArray(CompletableFuture[]::new));
    }

    /** Nothing of this may keep the server from going down. */
    private static void patiently(String what, CompletableFuture<Void> done) {
        try {
            done.orTimeout(STEP_SECONDS_MAX, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            LOG.warn("could not {} in time", what, e);
        }
    }
}
