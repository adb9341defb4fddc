package io.botpit.server.link;

/**
 * How much may wait for one reader.
 *
 * @param framesMax frames that wait or are on their way
 * @param bytesMax their size; our JSON is ASCII, so one character is one byte
 */
public record OutboxLimits(int framesMax, long bytesMax) {
    public static final OutboxLimits STANDARD = new OutboxLimits(1_024, 256 * 1_024);

    public OutboxLimits {
        if (framesMax < 1 || bytesMax < 1) {
            throw new IllegalArgumentException("outbox limits must be at least 1");
        }
    }
}
