package io.botpit.simulation.weather;

import io.botpit.protocol.BookRecord;
import io.botpit.protocol.LevelRecord;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushStamp;
import io.botpit.protocol.PushType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Follows channels as the protocol's page says, and keeps the books it is told. */
final class Reader {
    private final Map<PushType, Long> last = new EnumMap<>(PushType.class);
    private final Map<String, Levels> books = new TreeMap<>();

    /** A book as somebody believes it to be; sizes by price, without trailing zeros. */
    record Levels(TreeMap<BigDecimal, BigDecimal> bids, TreeMap<BigDecimal, BigDecimal> asks) {
        Levels() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        Levels copy() {
            return new Levels(new TreeMap<>(bids), new TreeMap<>(asks));
        }

        void take(BookRecord book) {
            put(bids, book.bids());
            put(asks, book.asks());
        }

        private static void put(TreeMap<BigDecimal, BigDecimal> side, List<LevelRecord> levels) {
            for (LevelRecord level : levels) {
                BigDecimal price = level.price().stripTrailingZeros();
                if (level.size().signum() == 0) {
                    side.remove(price);
                } else {
                    side.put(price, level.size().stripTrailingZeros());
                }
            }
        }
    }

    boolean isEmpty() {
        return last.isEmpty();
    }

    Collection<PushType> channels() {
        return last.keySet();
    }

    /** The smallest sequence of all channels. */
    long resumeAfter() {
        return last.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    void forget() {
        last.clear();
        books.clear();
    }

    void subscribed(Collection<PushType> channels, long sequence) {
        channels.forEach(channel -> last.put(channel, sequence));
    }

    void take(PushFrame push) {
        PushStamp stamp = push.stamp();
        Long before = last.get(push.type());
        if (before == null || !stamp.snapshot() && stamp.seq() <= before) {
            return;
        }
        if (!stamp.snapshot() && stamp.prev() > before) {
            throw new Broken("rule 27", push.type() + " goes from " + before + " to " + stamp + " without a cut");
        }
        last.put(push.type(), stamp.seq());
        if (push instanceof PushFrame.Books(var _, var changed)) {
            changed.forEach((symbol, book) -> take(symbol, book, stamp.snapshot()));
        }
    }

    private void take(String symbol, BookRecord book, boolean snapshot) {
        if (snapshot) {
            books.put(symbol, new Levels());
        }
        Levels levels = books.get(symbol);
        if (levels != null) {
            levels.take(book);
        }
    }

    /** Notes what the books should be by now. */
    void testify(Promises promises, String game) {
        Long seq = last.get(PushType.BOOK);
        if (seq != null) {
            books.forEach((symbol, levels) -> promises.book(game, new Promises.Book(seq, symbol, levels.copy())));
        }
    }
}
