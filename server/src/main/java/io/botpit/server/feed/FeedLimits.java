package io.botpit.server.feed;

import io.botpit.server.link.OutboxLimits;
import java.time.Duration;

/**
 * The limits of the public feeds.
 *
 * @param backlogBatchesMax batches of a game that may wait to be told; beyond that all readers have to start again
 * @param outbox what may wait for one reader
 * @param beat how often the page is told what is new; to serve all readers of events once takes no more rests than that,
 *     so that a frame waits for twice that at most
 * @param restPerReader how long a game's feed rests for each reader of events that it has served: with many of them it would
 *     else take the processor from those who trade
 */
public record FeedLimits(int backlogBatchesMax, OutboxLimits outbox, Duration beat, Duration restPerReader) {
    public static final FeedLimits STANDARD =
            new FeedLimits(8_192, OutboxLimits.STANDARD, Duration.ofMillis(250), Duration.ofNanos(100_000));

    private static final Duration REST_MIN = Duration.ofMillis(1);

    /** How long the feed rests when it has served some of its readers; zero where a timer would cost more than it saves. */
    Duration rest(int served, int readers) {
        Duration each =
                restPerReader.multipliedBy(readers).compareTo(beat) > 0 ? beat.dividedBy(readers) : restPerReader;
        Duration rest = each.multipliedBy(served);
        return rest.compareTo(REST_MIN) < 0 ? Duration.ZERO : rest;
    }
}
