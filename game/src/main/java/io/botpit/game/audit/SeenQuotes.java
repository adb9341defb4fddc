package io.botpit.game.audit;

import io.botpit.game.Appraisal;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Valuation;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the others quoted to each player, sample by sample and at the end, looked at again in the orders that were told. */
final class SeenQuotes {
    private static final long SAMPLE_MICROS = 250_000;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final BigInteger MOST = BigInteger.valueOf(Amount.UNITS_MAX - 1);

    private final GameRules rules;
    private final Closing closing;
    private final SeenBook book;
    private final SeenRoster roster;
    private final SeenClosing clock;
    private final Map<Key, SeenSums> sums = new LinkedHashMap<>();

    /** The books as play ended. */
    private final Map<Symbol, SeenSample> atTheEnd = new LinkedHashMap<>();

    /** What is left when the next sample is due, in microseconds. */
    private long next;

    private boolean sampled;

    /** @param player null: of somebody without orders */
    private record Key(@Nullable PlayerId player, Symbol symbol) {}

    SeenQuotes(GameRules rules, SeenBook book, SeenRoster roster, SeenClosing clock) {
        this.rules = rules;
        this.closing = rules.schedule().closing();
        this.book = book;
        this.roster = roster;
        this.clock = clock;
        long windows = closing.valuation() == Valuation.BOOK_LOO ? 2 : 1;
        long first =
                Math.min(rules.schedule().timeLimitMillis(), windows * closing.windowMillis() + closing.spreadMillis());
        next = first * MICROS_PER_MILLI / SAMPLE_MICROS * SAMPLE_MICROS;
    }

    /**
     * The samples that were due before a command was carried out: the books are still those of then. Where the closing
     * window opens by this command, only those that were due before it.
     */
    void meet(GameTime now, List<Event> events) {
        if (!samples()) {
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
        if (samples()) {
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
        rules.instruments().forEach(one -> atTheEnd.put(one.symbol(), new SeenSample(one, book, roster, now)));
        if (samples() && !sampled) {
            sample(now, true);
        }
    }

    /** @param player null: of somebody without orders */
    void check(@Nullable PlayerId player, Symbol symbol, Price mark) {
        if (closing.valuation() == Valuation.BOOK_LOO) {
            Price mean = of(player, symbol).mark(closing.clampPermille(), clock.reference(symbol));
            Must.equal(mark, mean, "rule 46: the mean middle of the others' quotes");
        }
    }

    /**
     * @param owned in base units
     * @param position of them, beyond the starting wallet
     */
    void check(PlayerId player, Appraisal appraisal, long owned, long position) {
        Instrument instrument = rules.instrument(appraisal.symbol()).orElseThrow();
        BigInteger haircut = switch (closing.valuation()) {
            case LAST_MARK -> BigInteger.ZERO;
            case REFERENCE, BOOK_LOO ->
                of(player, appraisal.symbol()).haircut(instrument, position, appraisal.mark(), closing);
            case LIQUIDATE -> {
                BigInteger worth = SeenTable.worth(instrument, owned, appraisal.mark())
                        .subtract(SeenTable.worth(instrument, owned - position, appraisal.mark()));
                yield worth.subtract(sale(player, instrument, position))
                        .max(MOST.negate())
                        .min(MOST);
            }
        };
        Must.equal(
                BigInteger.valueOf(appraisal.haircut().units()),
                haircut,
                "rule 46: the haircut of player " + player.number());
    }

    private BigInteger sale(PlayerId player, Instrument instrument, long position) {
        SeenSample book = atTheEnd.get(instrument.symbol());
        return book == null
                ? BigInteger.ZERO
                : book.sale(player, position, clock.reference(instrument.symbol()))
                        .max(MOST.negate())
                        .min(MOST);
    }

    private boolean samples() {
        return closing.valuation() == Valuation.REFERENCE || closing.valuation() == Valuation.BOOK_LOO;
    }

    private void sample(GameTime at, boolean inWindow) {
        for (Instrument instrument : rules.instruments()) {
            SeenSample sample = new SeenSample(instrument, book, roster, at);
            see(sample, null, instrument.symbol(), inWindow);
            roster.players().forEach(player -> see(sample, player, instrument.symbol(), inWindow));
        }
    }

    private void see(SeenSample sample, @Nullable PlayerId player, Symbol symbol, boolean inWindow) {
        of(player, symbol).add(sample.of(player, closing.clampPermille()), inWindow);
    }

    private SeenSums of(@Nullable PlayerId player, Symbol symbol) {
        return sums.computeIfAbsent(new Key(player, symbol), _ -> new SeenSums());
    }
}
