package io.botpit.game.report;

import io.botpit.game.Fill;
import io.botpit.game.PlayerId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What is known of one player so far. One thread. */
final class Bot {
    private final PlayerId id;
    private final String name;
    private final boolean house;
    private final Takings takings;
    private final Habits habits = new Habits();
    private final Curve curve = new Curve();
    private long positionMicros;
    private long positionSince;
    private long hereMicros;
    private long hereSince;
    private boolean here;

    Bot(PlayerId id, String name, boolean house, Marks marks) {
        this.id = id;
        this.name = name;
        this.house = house;
        takings = new Takings(marks);
    }

    PlayerId id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean house() {
        return house;
    }

    Takings takings() {
        return takings;
    }

    Habits habits() {
        return habits;
    }

    /** A whole second of play is over. */
    void sample() {
        curve.add(takings.gain());
    }

    /** @param now microseconds of play */
    void trade(int market, Fill fill, long now) {
        if (takings.hasPosition()) {
            positionMicros += now - positionSince;
        }
        takings.trade(market, fill);
        positionSince = now;
    }

    /** @param now microseconds of play */
    void arrive(long now) {
        here = true;
        hereSince = now;
    }

    /** @param now microseconds of play */
    void leave(long now) {
        here = false;
        hereMicros += now - hereSince;
    }

    BigInteger drawdown() {
        return new BigDecimal(curve.drawdown())
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact();
    }

    /** @param end of play, in microseconds of it */
    Figures figures(long end) {
        long inPosition = positionMicros + (takings.hasPosition() ? end - positionSince : 0);
        long connected = hereMicros + (here ? end - hereSince : 0);
        return new Figures(
                drawdown(),
                curve.steadiness(),
                takings.turnover(),
                takings.makerShare(),
                habits.fillRatio(),
                end == 0 ? 0 : (double) inPosition / end,
                end == 0 ? 0 : (double) connected / end,
                habits.rejects());
    }
}
