package io.botpit.game.market;

import io.botpit.game.GameTime;
import io.botpit.game.Quotes;
import io.botpit.game.Side;
import io.botpit.game.book.Order;
import io.botpit.game.book.OrderBook;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A book at one moment, read as evidence of a price: quotes count that are worth the least notional and have stood for a
 * quarter of a second, and nobody's own count for himself. Valid until the book changes. One thread.
 */
public final class Survey {
    private static final long STANDING_MICROS = 250_000;
    private static final long PERMILLE = 1_000;

    /** Percent of the worst price that is left for what the book does not take. */
    private static final long REST_PERCENT = 99;

    private static final long REST_PERCENT_TO_BUY = 101;
    private static final long PERCENT = 100;

    private final OrderBook book;
    private final Pair pair;
    private final GameTime at;
    private final long clampPermille;
    private final Edge bid;
    private final Edge ask;
    private final Map<Long, Depth> depths = new LinkedHashMap<>();

    /** @param clampPermille how far from the middle a quote counts as depth */
    Survey(OrderBook book, Pair pair, GameTime at, int clampPermille) {
        this.book = book;
        this.pair = pair;
        this.at = at;
        this.clampPermille = clampPermille;
        bid = edge(Side.BUY);
        ask = edge(Side.SELL);
    }

    /** The best price of a side in ticks, whose it is, and the best of all others; 0: none. */
    private record Edge(long best, int group, long next) {
        long without(int other) {
            return group == other ? next : best;
        }
    }

    private record Depth(long lots, Map<Integer, Long> byGroup) {
        long without(int group) {
            return lots - byGroup.getOrDefault(group, 0L);
        }
    }

    /** What all but one group quote; null unless both sides do. */
    public @Nullable Quotes without(int group) {
        long buys = bid.without(group);
        long sells = ask.without(group);
        if (buys == 0 || sells == 0) {
            return null;
        }
        long lots = depths.computeIfAbsent(buys + sells >> 1, this::depth).without(group);
        return new Quotes(new Price(buys), new Price(sells), new Quantity(lots));
    }

    /**
     * What giving a position to all but one group would bring: its sale in quote units, or minus what it costs to buy
     * back. What the book does not take goes one percent beyond the worst price.
     *
     * @param units of the base asset, negative: to be bought back
     * @param otherwise the price to go beyond if the book takes nothing: one that no player moves
     */
    public Amount sale(int group, long units, Price otherwise) {
        Sale sale = new Sale(units, otherwise);
        book.walk(units > 0 ? Side.BUY : Side.SELL, order -> {
            if (order.group() != group && counts(order)) {
                sale.take(order.ticks(), pair.baseUnits(order.open()));
            }
            return sale.left > 0;
        });
        return new Amount(sale.proceeds());
    }

    private final class Sale {
        private final boolean sells;
        private long left;
        private long worst;
        private BigInteger tickUnits = BigInteger.ZERO;

        Sale(long units, Price otherwise) {
            sells = units > 0;
            left = Math.abs(units);
            worst = otherwise.ticks();
        }

        void take(long ticks, long units) {
            long taken = Math.min(left, units);
            left -= taken;
            worst = ticks;
            tickUnits = tickUnits.add(BigInteger.valueOf(ticks).multiply(BigInteger.valueOf(taken)));
        }

        long proceeds() {
            take(beyond(), left);
            BigInteger[] quote = tickUnits
                    .multiply(BigInteger.valueOf(pair.unitsPerTickLot()))
                    .divideAndRemainder(BigInteger.valueOf(pair.baseUnits(1)));
            BigInteger units = sells || quote[1].signum() == 0 ? quote[0] : quote[0].add(BigInteger.ONE);
            long most = units.min(BigInteger.valueOf(Amount.UNITS_MAX - 1)).longValueExact();
            return sells ? most : -most;
        }

        private long beyond() {
            return sells ? worst * REST_PERCENT / PERCENT : (worst * REST_PERCENT_TO_BUY + PERCENT - 1) / PERCENT;
        }
    }

    private Edge edge(Side side) {
        long[] found = new long[3];
        book.walk(side, order -> {
            if (!counts(order)) {
                return true;
            }
            if (found[0] == 0) {
                found[0] = order.ticks();
                found[1] = order.group();
                return true;
            }
            found[2] = order.group() == found[1] ? 0 : order.ticks();
            return found[2] == 0;
        });
        return new Edge(found[0], (int) found[1], found[2]);
    }

    private Depth depth(long middle) {
        Map<Integer, Long> byGroup = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            book.walk(side, order -> {
                long below = side == Side.BUY ? middle - order.ticks() : order.ticks() - middle;
                boolean near = Math.abs(below) * PERMILLE <= clampPermille * middle;
                if (near && counts(order)) {
                    byGroup.merge(order.group(), order.open(), Long::sum);
                }
                return near || below < 0;
            });
        }
        return new Depth(byGroup.values().stream().mapToLong(lots -> lots).sum(), byGroup);
    }

    private boolean counts(Order order) {
        Amount least = pair.instrument().bounds().notionalMin();
        return at.microsSince(order.placement().at()) >= STANDING_MICROS
                && pair.quoteUnits(order.ticks(), order.open()) >= least.units();
    }
}
