package io.botpit.server.feed;

import io.botpit.protocol.SpectatorFrame.Candle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The candles of one instrument for a whole game. They begin with a second each; whenever there are too many, each two
 * become one of twice the length. Feed's thread only.
 */
final class Chart {
    static final int CANDLES_MAX = 1_200;

    private final List<Candle> candles = new ArrayList<>();
    private long seconds = 1;

    /** A trade, or with volume zero a new mark. */
    void add(long second, BigDecimal price, BigDecimal volume) {
        long start = second - Math.floorMod(second, seconds);
        Candle last = candles.isEmpty() ? null : candles.getLast();
        if (last != null && last.t() >= start) {
            candles.set(candles.size() - 1, merge(last, flat(last.t(), price, volume)));
            return;
        }
        candles.add(flat(start, price, volume));
        if (candles.size() > CANDLES_MAX) {
            thin();
        }
    }

    List<Candle> candles() {
        return candles.stream().map(Chart::shown).toList();
    }

    private static Candle shown(Candle one) {
        return new Candle(one.t(), one.open(), one.high(), one.low(), one.close(), Figures.trimmed(one.volume()));
    }

    private void thin() {
        seconds *= 2;
        List<Candle> thinned = new ArrayList<>();
        Candle open = null;
        for (Candle candle : candles) {
            long start = candle.t() - Math.floorMod(candle.t(), seconds);
            open = joined(thinned, open, candle, start);
        }
        candles.clear();
        candles.addAll(thinned);
    }

    private static Candle joined(List<Candle> done, @Nullable Candle open, Candle next, long start) {
        if (open != null && open.t() == start) {
            Candle merged = merge(open, next);
            done.set(done.size() - 1, merged);
            return merged;
        }
        Candle moved = new Candle(start, next.open(), next.high(), next.low(), next.close(), next.volume());
        done.add(moved);
        return moved;
    }

    private static Candle flat(long start, BigDecimal price, BigDecimal volume) {
        return new Candle(start, price, price, price, price, volume);
    }

    private static Candle merge(Candle first, Candle then) {
        return new Candle(
                first.t(),
                first.open(),
                first.high().max(then.high()),
                first.low().min(then.low()),
                then.close(),
                first.volume().add(then.volume()));
    }
}
