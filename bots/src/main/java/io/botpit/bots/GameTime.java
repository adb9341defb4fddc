package io.botpit.bots;

import java.math.BigDecimal;

/**
 * Our time, ahead by as much as the game's clock went faster since the first welcome: that of the local arena goes by turns,
 * and stands in between. For one thread; milliseconds.
 */
final class GameTime {
    private long aheadMillis;
    private long serverAheadMillis;

    long at(long nowMillis) {
        return nowMillis + aheadMillis;
    }

    /** A welcome has the time of the game, which is the time that we have. */
    void greeted(BigDecimal serverNow, long gameMillis) {
        serverAheadMillis = GameClock.millis(serverNow) - gameMillis;
    }

    /** What time it is in the game, of which we thought that it was {@code gameMillis}. */
    long told(BigDecimal serverNow, long gameMillis) {
        long isMillis = GameClock.millis(serverNow) - serverAheadMillis;
        aheadMillis += isMillis - gameMillis;
        return isMillis;
    }
}
