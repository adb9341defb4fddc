package io.botpit.server.session;

import io.botpit.dialect.Dialect;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.Passwords;
import io.botpit.server.loop.Clocks;
import io.botpit.server.loop.Scheduler;
import java.util.concurrent.Executor;

/**
 * What all sessions share.
 *
 * @param pool writes answers and goes on after waiting; a few threads for all sessions
 * @param shutdown called when the admin asks for it; must return at once
 */
public record SessionWorks(
        Dialect dialect,
        ArenaLobby lobby,
        AdminDoor admin,
        Passwords passwords,
        Clocks clocks,
        Scheduler scheduler,
        Executor pool,
        SessionLimits limits,
        Runnable shutdown) {}
