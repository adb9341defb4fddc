package io.botpit.game.book;

import io.botpit.game.Side;
import io.botpit.game.money.Quantity;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One side of a book: its price levels, best first. */
final class HalfBook {
    private final TreeMap<Long, PriceLevel> levels;
    private @Nullable PriceLevel best;

    HalfBook(Side side) {
        levels = side == Side.BUY ? new TreeMap<>(Comparator.reverseOrder()) : new TreeMap<>();
    }

    @Nullable
    PriceLevel best() {
        return best;
    }

    /** The next level behind one of this side. */
    @Nullable
    PriceLevel after(PriceLevel level) {
        Map.Entry<Long, PriceLevel> next = levels.higherEntry(level.ticks);
        return next == null ? null : next.getValue();
    }

    /** The level at a price, made if there is none. */
    PriceLevel at(long ticks) {
        PriceLevel level = levels.get(ticks);
        if (level == null) {
            level = new PriceLevel(ticks);
            levels.put(ticks, level);
            best = levels.firstEntry().getValue();
        }
        return level;
    }

    /** All that rests at a price. */
    Quantity sizeAt(long ticks) {
        PriceLevel level = levels.get(ticks);
        return level == null ? Quantity.NONE : new Quantity(level.lots);
    }

    void remove(PriceLevel level) {
        levels.remove(level.ticks);
        if (level == best) {
            Map.Entry<Long, PriceLevel> first = levels.firstEntry();
            best = first == null ? null : first.getValue();
        }
    }

    Collection<PriceLevel> levels() {
        return levels.values();
    }
}
