package io.botpit.server.loop;

import java.time.Duration;

/**
 * The limits of one game's loop.
 *
 * @param inboxCommandsMax commands and questions of players that may wait; more are answered BUSY
 * @param batchCommandsMax how many are handled in one turn and stored with one write
 * @param viewEvery how often the picture for spectators is renewed at most; a change of phase shows at once
 */
public record LoopLimits(int inboxCommandsMax, int batchCommandsMax, Duration viewEvery) {
    public static final LoopLimits STANDARD = new LoopLimits(8_192, 256, Duration.ofMillis(250));

    public LoopLimits {
        if (inboxCommandsMax < 1 || batchCommandsMax < 1) {
            throw new IllegalArgumentException("loop limits must be at least 1");
        }
    }
}
