package io.botpit.bots;

import java.math.BigDecimal;

/**
 * Our time and that of the game. Ours never goes back: pace and patience are reckoned by it. It leaps ahead with the clock of
 * the local arena, which goes by turns; that clock stands while a bot thinks, and ours does not. For one thread; milliseconds.
 */
final class TurnClock {
    private long leaptMillis;
    private long stoodMillis;
    private long serverAheadMillis;

    /** Our time when the machine's clock shows {@code machineMillis}. */
    long at(long machineMillis) {
        return machineMillis + leaptMillis;
    }

    long inGame(long nowMillis) {
        return nowMillis - stoodMillis;
    }

    /** A welcome has the time of the game, which is the time that we have. */
    void greeted(BigDecimal serverNow, long nowMillis) {
        serverAheadMillis = GameClock.millis(serverNow) - inGame(nowMillis);
    }

    /** The game's clock has leapt ahead of what we thought, or stood; returns our time, now that we know. */
    long told(BigDecimal serverNow, long nowMillis) {
        long aheadMillis = GameClock.millis(serverNow) - serverAheadMillis - inGame(nowMillis);
        leaptMillis += Math.max(0, aheadMillis);
        stoodMillis += Math.max(0, -aheadMillis);
        return nowMillis + Math.max(0, aheadMillis);
    }
}
