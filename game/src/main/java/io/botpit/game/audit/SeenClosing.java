package io.botpit.game.audit;

import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.InvariantBroken;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.random.Dice;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Valuation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last part of a game: when it closes and ends, and what the reference prices come to. */
final class SeenClosing {
    private static final long MICROS_PER_MILLI = 1_000;

    private final GameRules rules;
    private final Closing closing;
    private final long drawn;
    private final long opensAt;
    private final Map<Symbol, Price> references = new LinkedHashMap<>();
    private final Map<Symbol, List<Stood>> stood = new LinkedHashMap<>();
    private @Nullable GameTime endsAt;
    private long leftStanding;
    private long accounted;
    private boolean open;

    /** A price, and for how long it counted. */
    private record Stood(Price price, long micros) {}

    SeenClosing(GameRules rules) {
        this.rules = rules;
        closing = rules.schedule().closing();
        drawn = new Dice(rules.seed()).split("end").below((int) closing.spreadMillis() + 1) * MICROS_PER_MILLI;
        opensAt = (closing.windowMillis() + closing.spreadMillis()) * MICROS_PER_MILLI;
        accounted = opensAt;
        leftStanding = rules.schedule().timeLimitMillis() * MICROS_PER_MILLI;
        for (Instrument instrument : rules.instruments()) {
            references.put(instrument.symbol(), instrument.markAtStart());
            stood.put(instrument.symbol(), new ArrayList<>());
        }
    }

    /** What is left to the latest end, in microseconds. */
    private long left(GameTime now) {
        if (rules.schedule().timeLimitMillis() == 0) {
            return Long.MAX_VALUE;
        }
        return endsAt == null ? leftStanding : endsAt.microsSince(now);
    }

    /** Likewise, but not less than at the end that the seed drew. */
    long leftOfPlay(GameTime now) {
        return Math.max(left(now), drawn);
    }

    boolean runs() {
        return endsAt != null;
    }

    /** When so much is left, while the clock runs. */
    GameTime when(long left) {
        if (endsAt == null) {
            throw new InvariantBroken("rule 45: the clock stands");
        }
        return endsAt.plusMicros(-left);
    }

    /** The reference price as it stands. */
    Price reference(Symbol symbol) {
        return references.getOrDefault(symbol, new Price(1));
    }

    /** The clock runs, or stands. */
    void clock(@Nullable GameTime nextEnd, GameTime now) {
        account(now);
        leftStanding = Math.max(0, left(now));
        endsAt = nextEnd;
    }

    /** Time went by that does not count. */
    void moved(GameTime nextEnd) {
        endsAt = nextEnd;
    }

    void opened(Event.ClosingOpened event, GameTime now) {
        Must.hold(!open && closing.valuation() != Valuation.LAST_MARK, "rule 45: the closing window opens", event);
        Must.hold(left(now) <= opensAt, "rule 45: the closing window opens too early", event);
        Must.equal(event.endsBy(), endsAt == null ? now : endsAt, "rule 45: the latest end");
        long spread = event.endsBy().microsSince(event.endsFrom());
        Must.equal(spread, closing.spreadMillis() * MICROS_PER_MILLI, "rule 45: the spread of the end");
        open = true;
    }

    void moved(Event.ReferenceMoved event, GameTime now) {
        account(now);
        Must.hold(references.containsKey(event.symbol()), "rule 16: no instrument", event);
        references.put(event.symbol(), event.price());
    }

    /** A running game is neither too late to close nor to end. */
    void check(GameTime now) {
        if (endsAt != null) {
            Must.hold(left(now) > drawn, "rule 45: a game goes on after the end that its seed drew", endsAt);
            boolean late = closing.valuation() != Valuation.LAST_MARK && !open && left(now) <= opensAt;
            Must.hold(!late, "rule 45: the closing window is late", now);
        }
    }

    void endedByTime() {
        Must.hold(leftStanding <= drawn, "rule 45: the game ends before the end that its seed drew", drawn);
    }

    boolean isCalm(GameTime now) {
        long calm = (closing.calmMillis() + closing.spreadMillis()) * MICROS_PER_MILLI;
        return closing.calmMillis() > 0 && left(now) <= calm;
    }

    /** The reference prices have stood until now, or until the end if that was before. */
    private void account(GameTime now) {
        long left = Math.max(left(now), drawn);
        if (left < accounted) {
            references.forEach((symbol, price) -> stoodOf(symbol).add(new Stood(price, accounted - left)));
            accounted = left;
        }
    }

    private List<Stood> stoodOf(Symbol symbol) {
        return stood.getOrDefault(symbol, new ArrayList<>());
    }

    /** What a coin counts as where that is the same for everybody. */
    void check(Symbol symbol, Price mark) {
        if (closing.valuation() == Valuation.REFERENCE) {
            Must.equal(mark, meanReference(symbol), "rule 46: the mean reference price");
        }
    }

    private Price meanReference(Symbol symbol) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger micros = BigInteger.ZERO;
        for (Stood piece : stoodOf(symbol)) {
            sum = sum.add(BigInteger.valueOf(piece.price().ticks()).multiply(BigInteger.valueOf(piece.micros())));
            micros = micros.add(BigInteger.valueOf(piece.micros()));
        }
        if (micros.signum() == 0) {
            return reference(symbol);
        }
        return new Price(new BigDecimal(sum)
                .divide(new BigDecimal(micros), 0, RoundingMode.HALF_EVEN)
                .longValueExact());
    }
}
