package io.botpit.server.feed;

import io.botpit.server.link.OutboxLimits;
import java.time.Duration;

/**
 * The limits of the public feeds.
 *
 * @param backlogBatchesMax batches of a game that may wait to be told; beyond that all readers have to start again
 * @param outbox what may wait for one reader
 * @param beat how often the page is told what is new
 */
public record FeedLimits(int backlogBatchesMax, OutboxLimits outbox, Duration beat) {
    public static final FeedLimits STANDARD = new FeedLimits(8_192, OutboxLimits.STANDARD, Duration.ofMillis(250));
}
