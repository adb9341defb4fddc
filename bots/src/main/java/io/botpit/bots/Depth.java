package io.botpit.bots;

import io.botpit.protocol.BookRecord;
import io.botpit.protocol.LevelRecord;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One book as the pushes tell it. For one thread. */
final class Depth {
    private final NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();

    void replace(BookRecord book) {
        bids.clear();
        asks.clear();
        change(book);
    }

    void change(BookRecord book) {
        change(bids, book.bids());
        change(asks, book.asks());
    }

    Market.@Nullable Level bestBid() {
        return best(bids);
    }

    Market.@Nullable Level bestAsk() {
        return best(asks);
    }

    /** All levels, best first. */
    BookRecord record() {
        return new BookRecord(levels(bids), levels(asks));
    }

    private static List<LevelRecord> levels(NavigableMap<BigDecimal, BigDecimal> side) {
        return side.entrySet().stream()
                .map(level -> new LevelRecord(level.getKey(), level.getValue()))
                .toList();
    }

    private static void change(Map<BigDecimal, BigDecimal> side, List<LevelRecord> levels) {
        for (LevelRecord level : levels) {
            if (level.size().signum() == 0) {
                side.remove(level.price());
            } else {
                side.put(level.price(), level.size());
            }
        }
    }

    private static Market.@Nullable Level best(NavigableMap<BigDecimal, BigDecimal> side) {
        Map.Entry<BigDecimal, BigDecimal> first = side.firstEntry();
        return first == null ? null : new Market.Level(first.getKey(), first.getValue());
    }
}
