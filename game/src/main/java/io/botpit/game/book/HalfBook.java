package io.botpit.game.book;

import io.botpit.game.Side;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One side of a book: its price levels, best first. A rank is a price seen from this side, lower is better: the ticks
 * of an ask, minus the ticks of a bid. Levels lie on pages by rank, and the pages in a sorted map: any price has its
 * place, and neighbours, which most orders are, share one.
 */
final class HalfBook {
    private static final int NEAR_PAGES = 64;

    final Side side;
    private final TreeMap<Long, PricePage> pages = new TreeMap<>();
    private @Nullable PriceLevel best;

    /** Pages by the lowest bits of their numbers: those that were used last spare the map a look-up. */
    private final @Nullable PricePage[] near = new PricePage[NEAR_PAGES];

    HalfBook(Side side) {
        this.side = side;
    }

    @Nullable
    PriceLevel best() {
        return best;
    }

    /** The next level behind one of this side. */
    @Nullable
    PriceLevel after(PriceLevel level) {
        PriceLevel next = level.page.after(level.rank);
        return next == null ? first(pages.higherEntry(level.page.number)) : next;
    }

    /** All levels, best first. */
    void forEach(Consumer<PriceLevel> action) {
        for (PriceLevel level = best; level != null; level = after(level)) {
            action.accept(level);
        }
    }

    /** The level at a price, made if there is none; an order must come to it. */
    PriceLevel at(long ticks) {
        long rank = side == Side.BUY ? -ticks : ticks;
        PriceLevel level = page(rank >> PricePage.SLOT_BITS).use(rank);
        if (best == null || rank < best.rank) {
            best = level;
        }
        return level;
    }

    /** The last order of a level has gone. */
    void leave(PriceLevel level) {
        level.page.free(level.rank);
        if (level == best) {
            best = after(level);
        }
    }

    /** Lets go of a page that has no orders. Until then a price has one level, whoever comes and goes. */
    void tidy(PricePage page) {
        if (page.isEmpty()) {
            pages.remove(page.number);
            near[nearSlot(page.number)] = null;
        }
    }

    private PricePage page(long number) {
        int slot = nearSlot(number);
        PricePage page = near[slot];
        if (page == null || page.number != number) {
            page = pages.computeIfAbsent(number, missing -> new PricePage(missing, this));
            near[slot] = page;
        }
        return page;
    }

    private static int nearSlot(long number) {
        return (int) number & (NEAR_PAGES - 1);
    }

    /** The first level from a page on; pages that are not tidied away yet have none. */
    private @Nullable PriceLevel first(Map.@Nullable Entry<Long, PricePage> from) {
        Map.Entry<Long, PricePage> entry = from;
        while (entry != null && entry.getValue().isEmpty()) {
            entry = pages.higherEntry(entry.getKey());
        }
        return entry == null ? null : entry.getValue().first();
    }
}
