package io.botpit.game.audit;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was quoted in one book at a moment: orders worth the least notional that had stood for a quarter of a second. It
 * is looked at with the eyes of a player, for whom those of his owner do not count. Valid until the book changes.
 */
final class SeenSample {
    private static final long STANDING_MICROS = 250_000;
    private static final long WHOLE_PERMILLE = 1_000;
    private static final long WHOLE_PERCENT = 100;

    private final Instrument instrument;
    private final SeenRoster roster;
    private final List<SeenOrder> bids;
    private final List<SeenOrder> asks;
    private final Map<Long, Depth> depths = new LinkedHashMap<>();

    SeenSample(Instrument instrument, SeenBook book, SeenRoster roster, GameTime at) {
        this.instrument = instrument;
        this.roster = roster;
        bids = quotes(book, Side.BUY, at);
        asks = quotes(book, Side.SELL, at);
    }

    /** Best prices in ticks, and the lots on both sides near their middle. */
    record View(long bid, long ask, long lots) {}

    private record Depth(long lots, Map<PlayerId, Long> byOwner) {}

    private List<SeenOrder> quotes(SeenBook book, Side side, GameTime at) {
        long least = instrument.bounds().notionalMin().units();
        return book.orders(instrument, side).stream()
                .filter(order -> order.notional(order.open, order.limit()) >= least)
                .filter(order -> at.microsSince(order.first.placement().at()) >= STANDING_MICROS)
                .toList();
    }

    /**
     * What the others quoted; null unless both sides were.
     *
     * @param player null: somebody without orders
     * @param clampPermille how far from the middle a quote counts as depth
     */
    @Nullable
    View of(@Nullable PlayerId player, int clampPermille) {
        long bid = best(bids, player);
        long ask = best(asks, player);
        if (bid == 0 || ask == 0) {
            return null;
        }
        Depth depth = depths.computeIfAbsent((bid + ask) / 2, middle -> depth(middle, clampPermille));
        long own = player == null ? 0 : depth.byOwner.getOrDefault(roster.owner(player), 0L);
        return new View(bid, ask, depth.lots - own);
    }

    private long best(List<SeenOrder> quotes, @Nullable PlayerId player) {
        return others(quotes, player).mapToLong(SeenOrder::limit).findFirst().orElse(0);
    }

    private Stream<SeenOrder> others(List<SeenOrder> quotes, @Nullable PlayerId player) {
        return quotes.stream().filter(order -> player == null || !roster.same(order.owner(), player));
    }

    private Depth depth(long middle, int clampPermille) {
        Map<PlayerId, Long> byOwner = new LinkedHashMap<>();
        Stream.concat(bids.stream(), asks.stream())
                .filter(order -> Math.abs(order.limit() - middle) * WHOLE_PERMILLE <= clampPermille * middle)
                .forEach(order -> byOwner.merge(roster.owner(order.owner()), order.open, Long::sum));
        return new Depth(byOwner.values().stream().mapToLong(lots -> lots).sum(), byOwner);
    }

    /**
     * What a position brings if the others' quotes take it, in quote units, rounded against the player; what it costs to
     * buy back is below zero.
     *
     * @param position in base units
     * @param reference what the rest goes beyond where there are no quotes
     */
    BigInteger sale(PlayerId player, long position, Price reference) {
        boolean sells = position > 0;
        long left = Math.abs(position);
        long worst = reference.ticks();
        BigInteger sum = BigInteger.ZERO;
        for (SeenOrder order : others(sells ? bids : asks, player).toList()) {
            long taken = Math.min(left, order.open * instrument.unitsPerLot());
            if (taken > 0) {
                worst = order.limit();
                sum = sum.add(BigInteger.valueOf(worst).multiply(BigInteger.valueOf(taken)));
                left -= taken;
            }
        }
        long beyond = sells ? worst * 99 / WHOLE_PERCENT : Math.ceilDiv(worst * 101, WHOLE_PERCENT);
        BigInteger[] quote = sum.add(BigInteger.valueOf(beyond).multiply(BigInteger.valueOf(left)))
                .multiply(BigInteger.valueOf(instrument.unitsPerTickLot()))
                .divideAndRemainder(BigInteger.valueOf(instrument.unitsPerLot()));
        return sells
                ? quote[0]
                : quote[0].add(BigInteger.valueOf(quote[1].signum())).negate();
    }
}
