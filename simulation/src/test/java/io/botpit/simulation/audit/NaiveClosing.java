package io.botpit.simulation.audit;

import io.botpit.game.Appraisal;
import io.botpit.game.CancelCause;
import io.botpit.game.Event;
import io.botpit.game.FinalMark;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.random.Dice;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.Valuation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The closing as the rules tell it. Moments are microseconds left of the time limit. */
final class NaiveClosing {
    private static final long MILLI = 1_000;
    private static final long SAMPLE = 250 * MILLI;

    private final NaiveState state;
    private final Closing rules;
    private final long opensAt;
    private final long calmAt;
    private final long samplesFrom;
    private final long limit;

    /** Left at the end that the seed draws. */
    final long drawn;

    boolean open;
    private long nextSample;
    private boolean sampled;
    private final Map<String, NaiveEvidence> evidence = new LinkedHashMap<>();
    private final Map<Instrument, List<long[]>> references = new LinkedHashMap<>();
    private long accounted;

    NaiveClosing(NaiveState state) {
        this.state = state;
        rules = state.rules.schedule().closing();
        limit = state.rules.schedule().timeLimitMillis() * MILLI;
        drawn = new Dice(state.rules.seed()).split("end").below((int) rules.spreadMillis() + 1) * MILLI;
        opensAt = (rules.windowMillis() + rules.spreadMillis()) * MILLI;
        calmAt = (rules.calmMillis() + rules.spreadMillis()) * MILLI;
        samplesFrom = opensAt + (rules.valuation() == Valuation.BOOK_LOO ? rules.windowMillis() * MILLI : 0);
        nextSample = Math.min(limit, samplesFrom) / SAMPLE * SAMPLE;
        accounted = opensAt;
    }

    private boolean samples() {
        return rules.valuation() == Valuation.REFERENCE || rules.valuation() == Valuation.BOOK_LOO;
    }

    private boolean closes() {
        return rules.valuation() != Valuation.LAST_MARK;
    }

    /** What is due until so much is left, one thing after the other. */
    void lookAtClock(GameTime endsAt, GameTime now) {
        long left = Math.max(endsAt.microsSince(now), drawn);
        while (closes()) {
            long opening = open ? Long.MIN_VALUE : opensAt;
            long sample = samples() ? nextSample : Long.MIN_VALUE;
            if (Math.max(opening, sample) < left) {
                break;
            }
            if (opening >= sample) {
                open = true;
                state.say(new Event.ClosingOpened(endsAt.plusMicros(-rules.spreadMillis() * MILLI), endsAt));
                stepDown();
            } else {
                sample(endsAt.plusMicros(-sample), sample <= opensAt);
                nextSample -= SAMPLE;
            }
        }
        state.calm = state.calm || rules.calmMillis() > 0 && left <= calmAt;
    }

    /** When something is due next. */
    Optional<Long> next() {
        List<Long> due = new ArrayList<>();
        if (closes()) {
            if (!open) {
                due.add(opensAt);
            }
            if (samples()) {
                due.add(nextSample);
            }
            if (!state.calm && rules.calmMillis() > 0) {
                due.add(calmAt);
            }
        }
        return due.stream().max(Long::compare);
    }

    private void stepDown() {
        state.positionPercent = rules.positionPercent();
        for (Instrument instrument : state.rules.instruments()) {
            for (NaiveState.Player player : state.players.values()) {
                List<NaiveOrder> buys = state.openOrdersOf(player.id).stream()
                        .filter(o -> o.isBuy() && o.instrument.equals(instrument))
                        .toList();
                BigInteger bought = BigInteger.ZERO;
                for (NaiveOrder buy : buys) {
                    bought = bought.add(big(buy.open).multiply(big(instrument.unitsPerLot())));
                }
                if (bought.add(big(owned(player.id, instrument))).compareTo(state.positionMax(instrument)) > 0) {
                    buys.forEach(buy -> state.cancel(buy, CancelCause.CLOSING));
                }
            }
        }
    }

    private void sample(GameTime at, boolean inWindow) {
        sampled = sampled || inWindow;
        for (Instrument instrument : state.rules.instruments()) {
            List<NaiveOrder> quotes = quotes(instrument, at);
            evidence(instrument, 0).see(quotes, inWindow);
            for (PlayerId player : state.players.keySet()) {
                evidence(instrument, player.number()).see(without(quotes, player), inWindow);
            }
        }
    }

    /** Those that count. */
    private List<NaiveOrder> quotes(Instrument instrument, GameTime at) {
        BigInteger least = big(instrument.bounds().notionalMin().units());
        return state.resting.stream()
                .filter(o -> o.instrument.equals(instrument))
                .filter(o -> at.microsSince(o.placedAt) >= SAMPLE)
                .filter(o -> big(o.limit())
                                .multiply(big(o.open))
                                .multiply(big(instrument.unitsPerTickLot()))
                                .compareTo(least)
                        >= 0)
                .toList();
    }

    private List<NaiveOrder> without(List<NaiveOrder> quotes, PlayerId player) {
        return quotes.stream().filter(o -> !state.haveOneOwner(o.owner, player)).toList();
    }

    private NaiveEvidence evidence(Instrument instrument, int player) {
        return evidence.computeIfAbsent(
                instrument.symbol() + " " + player, _ -> new NaiveEvidence(rules.clampPermille()));
    }

    /** The reference prices have stood until so much is left. */
    void account(long leftNow) {
        long left = Math.max(leftNow, drawn);
        if (limit > 0 && left < accounted) {
            for (Instrument instrument : state.rules.instruments()) {
                references
                        .computeIfAbsent(instrument, _ -> new ArrayList<>())
                        .add(new long[] {state.reference(instrument), accounted - left});
            }
            accounted = left;
        }
    }

    void finish(long left) {
        account(left);
        if (samples() && !sampled) {
            sample(state.now, true);
        }
    }

    /** By the valuation, or at the mark. */
    Map<PlayerId, List<Appraisal>> appraise(boolean byValuation) {
        Map<PlayerId, List<Appraisal>> all = new LinkedHashMap<>();
        for (PlayerId player : state.players.keySet()) {
            all.put(
                    player,
                    state.rules.instruments().stream()
                            .map(instrument -> byValuation
                                    ? appraisal(player, instrument)
                                    : new Appraisal(instrument.symbol(), state.markPrice(instrument), Amount.ZERO))
                            .toList());
        }
        return all;
    }

    List<FinalMark> finalMarks() {
        return state.rules.instruments().stream()
                .map(instrument -> new FinalMark(instrument.symbol(), mark(instrument, 0)))
                .toList();
    }

    private Price mark(Instrument instrument, int player) {
        return switch (rules.valuation()) {
            case LAST_MARK, LIQUIDATE -> state.markPrice(instrument);
            case REFERENCE -> referenceMark(instrument);
            case BOOK_LOO -> evidence(instrument, player).mark(new Price(state.reference(instrument)));
        };
    }

    private Price referenceMark(Instrument instrument) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger time = BigInteger.ZERO;
        for (long[] piece : references.getOrDefault(instrument, List.of())) {
            sum = sum.add(big(piece[0]).multiply(big(piece[1])));
            time = time.add(big(piece[1]));
        }
        return time.signum() == 0
                ? new Price(state.reference(instrument))
                : new Price(NaiveEvidence.nearest(sum, time));
    }

    private Appraisal appraisal(PlayerId player, Instrument instrument) {
        Price mark = mark(instrument, player.number());
        long position = owned(player, instrument) - state.granted(instrument.base());
        BigInteger haircut = switch (rules.valuation()) {
            case LAST_MARK -> BigInteger.ZERO;
            case REFERENCE, BOOK_LOO ->
                evidence(instrument, player.number()).haircut(instrument, position, mark.ticks(), rules);
            case LIQUIDATE ->
                value(instrument, owned(player, instrument), mark)
                        .subtract(value(instrument, state.granted(instrument.base()), mark))
                        .subtract(sale(player, instrument, position));
        };
        return new Appraisal(instrument.symbol(), mark, new Amount(haircut.longValueExact()));
    }

    private static BigInteger value(Instrument instrument, long units, Price mark) {
        return big(units)
                .multiply(big(mark.ticks()))
                .multiply(big(instrument.unitsPerTickLot()))
                .divide(big(instrument.unitsPerLot()));
    }

    private BigInteger sale(PlayerId player, Instrument instrument, long position) {
        boolean sells = position > 0;
        List<NaiveOrder> eligible = quotes(instrument, state.now);
        BigInteger left = big(position).abs();
        BigInteger sum = BigInteger.ZERO;
        long worst = state.reference(instrument);
        for (NaiveOrder quote : state.queue(instrument, sells ? Side.BUY : Side.SELL)) {
            if (left.signum() > 0 && !state.haveOneOwner(quote.owner, player) && eligible.contains(quote)) {
                BigInteger units = left.min(big(quote.open).multiply(big(instrument.unitsPerLot())));
                sum = sum.add(units.multiply(big(quote.limit())));
                left = left.subtract(units);
                worst = quote.limit();
            }
        }
        long beyond = sells ? Math.floorDiv(worst * 99, 100L) : Math.ceilDiv(worst * 101, 100L);
        BigInteger[] quote = sum.add(left.multiply(big(beyond)))
                .multiply(big(instrument.unitsPerTickLot()))
                .divideAndRemainder(big(instrument.unitsPerLot()));
        return sells ? quote[0] : quote[0].add(big(quote[1].signum())).negate();
    }

    private long owned(PlayerId player, Instrument instrument) {
        return state.free(player, instrument.base()) + state.held(player, instrument.base());
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
