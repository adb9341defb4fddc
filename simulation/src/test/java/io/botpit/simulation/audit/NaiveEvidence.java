package io.botpit.simulation.audit;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.rules.Closing;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that one player was quoted in one market, sample by sample. */
final class NaiveEvidence {
    private final long clamp;
    private final List<Sample> before = new ArrayList<>();
    private final List<Sample> closing = new ArrayList<>();
    private @Nullable Sample last;

    NaiveEvidence(long clamp) {
        this.clamp = clamp;
    }

    private record Sample(long bid, long ask, BigInteger lots) {}

    void see(List<NaiveOrder> others, boolean inWindow) {
        long bid = others.stream()
                .filter(NaiveOrder::isBuy)
                .mapToLong(NaiveOrder::limit)
                .max()
                .orElse(0);
        long ask = others.stream()
                .filter(o -> !o.isBuy())
                .mapToLong(NaiveOrder::limit)
                .min()
                .orElse(0);
        if (bid > 0 && ask > 0) {
            long middle = (bid + ask) / 2;
            BigInteger lots = others.stream()
                    .filter(o -> Math.abs(o.limit() - middle) * 1_000 <= clamp * middle)
                    .map(o -> big(o.open))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            last = new Sample(bid, ask, lots);
        }
        if (last != null) {
            (inWindow ? closing : before).add(last);
        }
    }

    Price mark(Price otherwise) {
        Price anchor = middle(before);
        Price mean = middle(closing);
        if (anchor == null || mean == null) {
            return anchor != null ? anchor : mean != null ? mean : otherwise;
        }
        long ticks = mean.ticks();
        // As far as a whole tick within the clamp goes.
        long lowest = Math.ceilDiv(anchor.ticks() * (1_000 - clamp), 1_000L);
        long highest = Math.floorDiv(anchor.ticks() * (1_000 + clamp), 1_000L);
        return new Price(ticks < lowest ? lowest : ticks > highest ? highest : ticks);
    }

    private static @Nullable Price middle(List<Sample> samples) {
        BigInteger sum = sum(samples, sample -> big(sample.bid + sample.ask));
        return samples.isEmpty() ? null : new Price(nearest(sum, big(2L * samples.size())));
    }

    /** A half to the even side. */
    static long nearest(BigInteger dividend, BigInteger divisor) {
        BigInteger twice = dividend.add(dividend);
        BigInteger down = dividend.divide(divisor);
        int toUp = twice.compareTo(down.add(down).add(BigInteger.ONE).multiply(divisor));
        boolean up = toUp > 0 || toUp == 0 && down.testBit(0);
        return down.longValueExact() + (up ? 1 : 0);
    }

    BigInteger haircut(Instrument instrument, long position, long mark, Closing rules) {
        BigInteger size = big(position).abs();
        BigInteger lot = big(instrument.unitsPerLot());
        BigInteger tickLot = big(instrument.unitsPerTickLot());
        BigInteger worth = size.multiply(tickLot).multiply(big(mark));
        BigInteger most =
                up(worth.multiply(big(4L * clamp)), lot.multiply(big(1_000))).min(big(Amount.UNITS_MAX - 1));
        BigInteger lots = sum(closing, Sample::lots);
        if (lots.signum() == 0) {
            return most;
        }
        BigInteger sides = big(2L * closing.size());
        BigInteger million = big(1_000_000);
        BigInteger spreads = sum(closing, sample -> big(sample.ask - sample.bid));
        BigInteger halfSpread = spreads.multiply(million).multiply(lot).multiply(lots);
        BigInteger way = sides.pow(2)
                .multiply(big((long) rules.impactPermille() * clamp))
                .multiply(big(mark))
                .multiply(size);
        BigInteger cost = up(
                tickLot.multiply(size).multiply(halfSpread.add(way)),
                lot.pow(2).multiply(sides).multiply(million).multiply(lots));
        return cost.min(most);
    }

    private static BigInteger up(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        return parts[0].add(big(parts[1].signum()));
    }

    private static BigInteger sum(List<Sample> samples, Function<Sample, BigInteger> of) {
        return samples.stream().map(of).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
