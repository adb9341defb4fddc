package io.botpit.game.report;

import io.botpit.game.Fill;
import io.botpit.game.Side;
import io.botpit.game.money.Instrument;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a bot's trades brought it so far. One thread. */
final class Takings {
    private final Marks marks;

    /** Bought less sold of each base asset, fees apart; then what the fees took. */
    private final long[] lots;

    private final long[] feeUnits;

    /** Of each market, lots times the mark in ticks five seconds after they were traded, what was sold taken off. */
    private final BigInteger[] later;

    private long cash;
    private BigInteger spread = BigInteger.ZERO;
    private BigInteger markOut = BigInteger.ZERO;
    private BigInteger quoteFees = BigInteger.ZERO;
    private BigInteger turnover = BigInteger.ZERO;
    private BigInteger made = BigInteger.ZERO;
    private long trades;

    Takings(Marks marks) {
        this.marks = marks;
        lots = new long[marks.markets()];
        feeUnits = new long[marks.markets()];
        later = new BigInteger[marks.markets()];
        Arrays.fill(later, BigInteger.ZERO);
    }

    /** Its side of a trade. */
    void trade(int market, Fill fill) {
        BigInteger notional =
                marks.worth(market, fill.size().lots(), fill.price().ticks());
        turnover = turnover.add(notional);
        made = fill.fee().maker() ? made.add(notional) : made;
        trades++;
        long paid = notional.longValueExact();
        long fee = fill.fee().amount().units();
        if (fill.side() == Side.BUY) {
            lots[market] += fill.size().lots();
            feeUnits[market] += fee;
            cash -= paid;
        } else {
            lots[market] -= fill.size().lots();
            quoteFees = quoteFees.add(BigInteger.valueOf(fee));
            cash += paid - fee;
        }
    }

    /**
     * What the mark says of a trade once five seconds are over.
     *
     * @param bought lots, below zero if it sold them
     * @param mark five seconds later, in ticks
     */
    void judge(Deal deal, long bought, long mark) {
        spread = spread.add(marks.worth(deal.market(), bought, deal.mark() - deal.ticks()));
        markOut = markOut.add(marks.worth(deal.market(), bought, mark - deal.mark()));
        later[deal.market()] =
                later[deal.market()].add(BigInteger.valueOf(bought).multiply(BigInteger.valueOf(mark)));
    }

    boolean hasPosition() {
        for (long position : lots) {
            if (position != 0) {
                return true;
            }
        }
        return false;
    }

    /** What it has more than an idle player, in quote units at the marks as they are. */
    double gain() {
        double gain = cash;
        for (int market = 0; market < lots.length; market++) {
            long units = lots[market] * marks.instrument(market).unitsPerLot() - feeUnits[market];
            gain += units == 0 ? 0 : marks.value(market, units);
        }
        return gain;
    }

    /**
     * Where a score comes from, once all trades are judged.
     *
     * @param score null: what it is at the last mark
     */
    Attribution attribution(@Nullable BigInteger score) {
        BigInteger inventory = BigInteger.ZERO;
        BigInteger fees = quoteFees.negate();
        for (int market = 0; market < lots.length; market++) {
            Instrument instrument = marks.instrument(market);
            BigInteger unit = BigInteger.valueOf(instrument.unitsPerTickLot());
            BigInteger last = BigInteger.valueOf(lots[market]).multiply(BigInteger.valueOf(marks.ticks(market)));
            inventory = inventory.add(last.subtract(later[market]).multiply(unit));
            BigInteger fee = BigInteger.valueOf(-feeUnits[market])
                    .multiply(BigInteger.valueOf(marks.ticks(market)))
                    .multiply(unit);
            fees = fees.add(roundedDown(fee, BigInteger.valueOf(instrument.unitsPerLot())));
        }
        Attribution play = new Attribution(spread, markOut, inventory, fees, BigInteger.ZERO);
        BigInteger rest = score == null ? BigInteger.ZERO : score.subtract(play.total());
        return new Attribution(spread, markOut, inventory, fees, rest);
    }

    BigInteger turnover() {
        return turnover;
    }

    long trades() {
        return trades;
    }

    /** Of the turnover, the part that was traded by resting orders. */
    double makerShare() {
        return share(made, turnover);
    }

    /** What all trades were worth after five seconds, as a fraction of the turnover. */
    double edge() {
        return share(spread.add(markOut), turnover);
    }

    /** A part of a whole, 0 of nothing. */
    static double share(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? 0 : part.doubleValue() / whole.doubleValue();
    }

    private static BigInteger roundedDown(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
