package io.botpit.game.audit;

import io.botpit.game.audit.SeenSample.View;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.rules.Closing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What the others quoted to one player in one market, summed up over the samples, and what follows from it. */
final class SeenSums {
    private static final long WHOLE_PERMILLE = 1_000;
    private static final int PERMILLE_DIGITS = 3;
    private static final long CLAMPS_MAX = 4;

    private final Sums before = new Sums();
    private final Sums window = new Sums();
    private @Nullable View last;

    private static final class Sums {
        private BigInteger prices = BigInteger.ZERO;
        private BigInteger spreads = BigInteger.ZERO;
        private BigInteger lots = BigInteger.ZERO;
        private long count;

        void add(View view) {
            prices = prices.add(BigInteger.valueOf(view.bid() + view.ask()));
            spreads = spreads.add(BigInteger.valueOf(view.ask() - view.bid()));
            lots = lots.add(BigInteger.valueOf(view.lots()));
            count++;
        }

        /** Half the mean sum of a bid and an ask, a half tick to the even side. */
        long middle() {
            return new BigDecimal(prices)
                    .divide(BigDecimal.valueOf(2 * count), 0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
    }

    /** One sample; one without two sides repeats the last that had them. */
    void add(@Nullable View view, boolean inWindow) {
        last = view == null ? last : view;
        if (last != null) {
            (inWindow ? window : before).add(last);
        }
    }

    /** The mean of the window, on the ticks within the clamp around that before it. */
    Price mark(int clampPermille, Price reference) {
        if (before.count == 0) {
            return window.count == 0 ? reference : new Price(window.middle());
        }
        long anchor = before.middle();
        if (window.count == 0) {
            return new Price(anchor);
        }
        long least = bound(anchor, -clampPermille, RoundingMode.CEILING);
        long most = bound(anchor, clampPermille, RoundingMode.FLOOR);
        return new Price(Math.clamp(window.middle(), least, most));
    }

    /** So many thousandths beyond the anchor, on the tick inside. */
    private static long bound(long anchor, int permille, RoundingMode inside) {
        return BigDecimal.valueOf(anchor)
                .multiply(BigDecimal.valueOf(WHOLE_PERMILLE + permille, PERMILLE_DIGITS))
                .setScale(0, inside)
                .longValueExact();
    }

    /** Half the mean spread and the mean way into the mean depth, in quote units rounded up; at most four clamps. */
    BigInteger haircut(Instrument instrument, long position, Price mark, Closing rules) {
        BigInteger size = BigInteger.valueOf(position).abs();
        BigInteger perLot = BigInteger.valueOf(instrument.unitsPerLot());
        BigInteger perTickLot = BigInteger.valueOf(instrument.unitsPerTickLot());
        BigInteger ticks = BigInteger.valueOf(mark.ticks());
        BigInteger most = up(
                        size.multiply(ticks)
                                .multiply(perTickLot)
                                .multiply(BigInteger.valueOf(CLAMPS_MAX * rules.clampPermille())),
                        perLot.multiply(BigInteger.valueOf(WHOLE_PERMILLE)))
                .min(BigInteger.valueOf(Amount.UNITS_MAX - 1));
        if (window.lots.signum() == 0) {
            return most;
        }
        BigInteger sides = BigInteger.valueOf(2 * window.count);
        BigInteger depth = window.lots.multiply(perLot).multiply(BigInteger.valueOf(WHOLE_PERMILLE * WHOLE_PERMILLE));
        BigInteger impact = size.multiply(ticks)
                .multiply(BigInteger.valueOf((long) rules.impactPermille() * rules.clampPermille()));
        BigInteger way = window.spreads.multiply(depth).add(impact.multiply(sides.pow(2)));
        return up(
                        size.multiply(perTickLot).multiply(way),
                        perLot.multiply(sides).multiply(depth))
                .min(most);
    }

    private static BigInteger up(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        return parts[0].add(BigInteger.valueOf(parts[1].signum()));
    }
}
