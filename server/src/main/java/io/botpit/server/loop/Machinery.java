package io.botpit.server.loop;

import java.util.concurrent.Executor;

/**
 * What the loops of all games share.
 *
 * @param pool turns the cranks; a few threads for all games
 * @param fatal told when a journal cannot be written
 */
public record Machinery(Clocks clocks, Scheduler scheduler, Executor pool, FatalFault fatal, LoopLimits limits) {}
