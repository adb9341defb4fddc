package io.botpit.server.feed;

import io.botpit.server.link.OutboxLimits;
import java.time.Duration;

/**
 * The limits of the public feeds.
 *
 * @param backlogBatchesMax batches of a game that may wait to be told; beyond that all readers have to start again
 * @param readersMax readers of all games together
 * @param readersPerAddressMax readers from one address; does not hold for the loopback
 * @param outbox what may wait for one reader
 * @param beat how often the page is told what is new
 */
public record FeedLimits(
        int backlogBatchesMax, int readersMax, int readersPerAddressMax, OutboxLimits outbox, Duration beat) {
    public static final FeedLimits STANDARD =
            new FeedLimits(8_192, 10_000, 10_000, OutboxLimits.STANDARD, Duration.ofMillis(250));

    public FeedLimits withReaders(int max, int perAddressMax) {
        return new FeedLimits(backlogBatchesMax, max, perAddressMax, outbox, beat);
    }
}
