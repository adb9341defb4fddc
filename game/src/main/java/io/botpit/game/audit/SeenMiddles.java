package io.botpit.game.audit;

import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Valuation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the others quoted to each player, sample by sample, looked at again in the orders that were told. */
final class SeenMiddles {
    private static final long SAMPLE_MICROS = 250_000;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long WHOLE_PERMILLE = 1_000;
    private static final int PERMILLE_DIGITS = 3;

    private final GameRules rules;
    private final Closing closing;
    private final SeenBook book;
    private final SeenRoster roster;
    private final SeenClosing clock;
    private final Map<Key, Middles> middles = new LinkedHashMap<>();

    /** What is left when the next sample is due, in microseconds. */
    private long next;

    private boolean sampled;

    /** @param player null: of somebody without orders */
    private record Key(@Nullable PlayerId player, Symbol symbol) {}

    /** Sums of a bid and an ask, before the closing window and in it. */
    private static final class Middles {
        private BigInteger before = BigInteger.ZERO;
        private BigInteger window = BigInteger.ZERO;
        private long countBefore;
        private long count;
        private long last;

        void add(long sum, boolean inWindow) {
            last = sum == 0 ? last : sum;
            if (last > 0 && inWindow) {
                window = window.add(BigInteger.valueOf(last));
                count++;
            } else if (last > 0) {
                before = before.add(BigInteger.valueOf(last));
                countBefore++;
            }
        }
    }

    SeenMiddles(GameRules rules, SeenBook book, SeenRoster roster, SeenClosing clock) {
        this.rules = rules;
        this.closing = rules.schedule().closing();
        this.book = book;
        this.roster = roster;
        this.clock = clock;
        long first = Math.min(rules.schedule().timeLimitMillis(), 2 * closing.windowMillis() + closing.spreadMillis());
        next = first * MICROS_PER_MILLI / SAMPLE_MICROS * SAMPLE_MICROS;
    }

    /**
     * The samples that were due before a command was carried out: the books are still those of then. Where the closing
     * window opens by this command, only those that were due before it.
     */
    void meet(GameTime now, List<Event> events) {
        if (!isAsked()) {
            return;
        }
        for (Event event : events) {
            if (event instanceof Event.ClockMoved(var endsAt)) {
                clock.moved(endsAt);
            }
        }
        boolean opens = events.stream().anyMatch(Event.ClosingOpened.class::isInstance);
        sampleDownTo(Math.max(clock.leftOfPlay(now), opens ? opensAt() + 1 : 0));
    }

    /** The closing window has opened and the buys that could pass a limit are gone: the samples that are due since. */
    void opened(GameTime now) {
        if (isAsked()) {
            sampleDownTo(clock.leftOfPlay(now));
        }
    }

    private void sampleDownTo(long left) {
        while (clock.runs() && next >= left) {
            boolean inWindow = next <= opensAt();
            sample(clock.when(next), inWindow);
            sampled |= inWindow;
            next -= SAMPLE_MICROS;
        }
    }

    /** What is left when the closing window opens, in microseconds. */
    private long opensAt() {
        return (closing.windowMillis() + closing.spreadMillis()) * MICROS_PER_MILLI;
    }

    /** Play ends; if that comes before the first sample of the window, one is taken. */
    void finish(GameTime now) {
        if (isAsked() && !sampled) {
            sample(now, true);
        }
    }

    /** @param player null: of somebody without orders */
    void check(@Nullable PlayerId player, Symbol symbol, Price mark) {
        if (isAsked()) {
            Must.equal(mark, mark(player, symbol), "rule 46: the mean middle of the others' quotes");
        }
    }

    private boolean isAsked() {
        return closing.valuation() == Valuation.BOOK_LOO;
    }

    private void sample(GameTime at, boolean inWindow) {
        for (Instrument instrument : rules.instruments()) {
            see(null, instrument, at, inWindow);
            roster.players().forEach(player -> see(player, instrument, at, inWindow));
        }
    }

    private void see(@Nullable PlayerId player, Instrument instrument, GameTime at, boolean inWindow) {
        long bid = book.bestOfOthers(player, instrument, Side.BUY, at);
        long ask = book.bestOfOthers(player, instrument, Side.SELL, at);
        of(player, instrument.symbol()).add(bid == 0 || ask == 0 ? 0 : bid + ask, inWindow);
    }

    private Middles of(@Nullable PlayerId player, Symbol symbol) {
        return middles.computeIfAbsent(new Key(player, symbol), _ -> new Middles());
    }

    private Price mark(@Nullable PlayerId player, Symbol symbol) {
        Middles own = of(player, symbol);
        if (own.countBefore == 0) {
            return own.count == 0 ? clock.reference(symbol) : new Price(mean(own.window, own.count));
        }
        long anchor = mean(own.before, own.countBefore);
        if (own.count == 0) {
            return new Price(anchor);
        }
        long least = bound(anchor, -closing.clampPermille(), RoundingMode.CEILING);
        long most = bound(anchor, closing.clampPermille(), RoundingMode.FLOOR);
        return new Price(Math.clamp(mean(own.window, own.count), least, most));
    }

    /** So many thousandths beyond the anchor, on the tick inside. */
    private static long bound(long anchor, int permille, RoundingMode inside) {
        return BigDecimal.valueOf(anchor)
                .multiply(BigDecimal.valueOf(WHOLE_PERMILLE + permille, PERMILLE_DIGITS))
                .setScale(0, inside)
                .longValueExact();
    }

    /** Half the mean sum of a bid and an ask, a half tick to the even side. */
    private static long mean(BigInteger sums, long count) {
        return new BigDecimal(sums)
                .divide(BigDecimal.valueOf(2 * count), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
