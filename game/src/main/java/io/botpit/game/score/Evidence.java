package io.botpit.game.score;

import io.botpit.game.Quotes;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.rules.Closing;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What others quoted to one player in one market, sample by sample: in the window before the closing window, and in it.
 * Exact until a mark is rounded to a tick or a haircut to a unit. One thread.
 */
public final class Evidence {
    private static final long PERMILLE = 1_000;

    /** No haircut takes more than so many clamps: who takes his quotes away must not rob those who hold something. */
    private static final long CLAMPS_MAX = 4;

    private final Sums before = new Sums();
    private final Sums closing = new Sums();
    private @Nullable Quotes last;

    private static final class Sums {
        private long count;
        private BigInteger prices = BigInteger.ZERO;
        private BigInteger spreads = BigInteger.ZERO;
        private BigInteger lots = BigInteger.ZERO;

        void add(Quotes quotes) {
            count++;
            prices = prices.add(big(quotes.bid().ticks() + quotes.ask().ticks()));
            spreads = spreads.add(big(quotes.ask().ticks() - quotes.bid().ticks()));
            lots = lots.add(big(quotes.depth().lots()));
        }

        BigInteger sides() {
            return big(2 * count);
        }

        /** The mean of the middles, a half tick to the even side; null without samples. */
        @Nullable
        Price middle() {
            return count == 0 ? null : new Price(Rounding.halfEven(prices, sides()));
        }
    }

    /**
     * One sample; one without two sides repeats the last that had them.
     *
     * @param inWindow whether the closing window is open
     */
    public void see(@Nullable Quotes quotes, boolean inWindow) {
        last = quotes == null ? last : quotes;
        if (last != null) {
            (inWindow ? closing : before).add(last);
        }
    }

    /**
     * The mean of the closing window, held to that of the window before it.
     *
     * @param otherwise what counts where nobody else ever quoted both sides: a price that no player moves
     */
    public Price mark(int clampPermille, Price otherwise) {
        Price anchor = before.middle();
        Price mean = closing.middle();
        if (anchor == null) {
            return mean == null ? otherwise : mean;
        }
        long least = (anchor.ticks() * (PERMILLE - clampPermille) + PERMILLE - 1) / PERMILLE;
        long most = anchor.ticks() * (PERMILLE + clampPermille) / PERMILLE;
        return mean == null ? anchor : new Price(Math.clamp(mean.ticks(), least, most));
    }

    /**
     * What a position counts less than at its mark: half the mean spread, and the mean way through an even book of the
     * mean depth; at most four clamps of its worth, which it is where nobody else quoted. Rounded up.
     *
     * @param units of the base asset, from the starting wallet
     */
    public Amount haircut(Instrument instrument, long units, Price mark, Closing rules) {
        BigInteger size = big(Math.abs(units));
        BigInteger unitsPerTickLot = big(instrument.unitsPerTickLot());
        BigInteger unitsPerLot = big(instrument.unitsPerLot());
        BigInteger worth = size.multiply(unitsPerTickLot).multiply(big(mark.ticks()));
        BigInteger most = Rounding.up(
                worth.multiply(big(CLAMPS_MAX * rules.clampPermille())), unitsPerLot.multiply(big(PERMILLE)));
        BigInteger least = most.min(big(Amount.UNITS_MAX - 1));
        if (closing.lots.signum() == 0) {
            return new Amount(least.longValueExact());
        }
        BigInteger permille = big((long) rules.impactPermille() * rules.clampPermille());
        BigInteger impact = worth.multiply(size).multiply(permille).multiply(closing.sides());
        BigInteger impactPer =
                unitsPerLot.pow(2).multiply(big(PERMILLE * PERMILLE)).multiply(closing.lots);
        BigInteger spread = size.multiply(unitsPerTickLot).multiply(closing.spreads);
        BigInteger spreadPer = unitsPerLot.multiply(closing.sides());
        BigInteger cost =
                Rounding.up(spread.multiply(impactPer).add(impact.multiply(spreadPer)), spreadPer.multiply(impactPer));
        return new Amount(least.min(cost).longValueExact());
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
