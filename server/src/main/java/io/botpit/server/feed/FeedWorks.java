package io.botpit.server.feed;

import io.botpit.dialect.Dialect;
import io.botpit.server.loop.Clocks;
import io.botpit.server.loop.Scheduler;
import java.util.concurrent.Executor;

/**
 * What the feeds of all games share.
 *
 * @param dialect of the public feed and of subscriptions
 * @param pool runs the feeds; each by one thread at a time
 */
public record FeedWorks(
        Dialect dialect, Clocks clocks, Scheduler scheduler, Executor pool, FeedLimits limits, CopyRoom copies) {}
