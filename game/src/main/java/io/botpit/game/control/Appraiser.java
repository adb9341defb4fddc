package io.botpit.game.control;

import io.botpit.game.Appraisal;
import io.botpit.game.FinalMark;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.market.Market;
import io.botpit.game.market.Survey;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.Closing;
import io.botpit.game.score.Evidence;
import io.botpit.game.score.Scoring;
import io.botpit.game.score.TimeAverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says what the coins of one game count as, by its valuation, and gathers what that needs. One thread. */
final class Appraiser {
    /** The number of somebody who has no orders: no player has it. */
    private static final int OUTSIDER = 0;

    private final Closing closing;
    private final Players players;
    private final Exchange exchange;
    private final Map<Key, Evidence> evidence = new LinkedHashMap<>();
    private final Map<Symbol, TimeAverage> references = new LinkedHashMap<>();

    private record Key(int player, Symbol symbol) {}

    Appraiser(Closing closing, Players players, Exchange exchange) {
        this.players = players;
        this.exchange = exchange;
        this.closing = closing;
    }

    /** Looks at the books as they are, as they stood at a moment that is not after now. */
    void sample(GameTime at, boolean inWindow) {
        for (Market market : exchange.markets()) {
            Survey survey = market.survey(at);
            Symbol symbol = market.instrument().symbol();
            evidence(OUTSIDER, symbol).see(survey.without(OUTSIDER), inWindow);
            for (Player player : players.all()) {
                evidence(player.number(), symbol)
                        .see(survey.without(player.trader().group()), inWindow);
            }
        }
    }

    /** The reference prices have stood until so much of the game is left. */
    void stood(long left) {
        for (Market market : exchange.markets()) {
            reference(market).stood(market.reference(), left);
        }
    }

    /** The marks as they stand, the same for everybody. */
    List<Appraisal> atTheMark() {
        return exchange.markets().stream()
                .map(market -> new Appraisal(market.instrument().symbol(), market.mark(), Amount.ZERO))
                .toList();
    }

    /** By the valuation, player by player, in the order of their numbers. */
    Map<PlayerId, List<Appraisal>> appraise(GameTime now) {
        Map<Market, Survey> surveys = new LinkedHashMap<>();
        exchange.markets().forEach(market -> surveys.put(market, market.survey(now)));
        Map<PlayerId, List<Appraisal>> all = new TreeMap<>();
        for (Player player : players.all()) {
            List<Appraisal> own = surveys.entrySet().stream()
                    .map(each -> appraisal(player, each.getKey(), each.getValue()))
                    .toList();
            all.put(player.trader().id(), own);
        }
        return all;
    }

    /** Those of somebody without orders. */
    List<FinalMark> finalMarks() {
        return exchange.markets().stream()
                .map(market -> new FinalMark(market.instrument().symbol(), mark(OUTSIDER, market)))
                .toList();
    }

    private Appraisal appraisal(Player player, Market market, Survey survey) {
        Instrument instrument = market.instrument();
        Price mark = mark(player.number(), market);
        long units = market.position(player.trader());
        Amount haircut = switch (closing.valuation()) {
            case LAST_MARK -> Amount.ZERO;
            case REFERENCE, BOOK_LOO ->
                evidence(player.number(), instrument.symbol()).haircut(instrument, units, mark, closing);
            case LIQUIDATE -> {
                long owned = market.owned(player.trader());
                long atTheMark = Scoring.worth(instrument, new Amount(owned), mark)
                        - Scoring.worth(instrument, new Amount(owned - units), mark);
                long sale = survey.sale(player.trader().group(), units, market.reference())
                        .units();
                yield new Amount(Math.clamp(atTheMark - sale, 1 - Amount.UNITS_MAX, Amount.UNITS_MAX - 1));
            }
        };
        return new Appraisal(instrument.symbol(), mark, haircut);
    }

    private Price mark(int player, Market market) {
        return switch (closing.valuation()) {
            case LAST_MARK, LIQUIDATE -> market.mark();
            case REFERENCE -> reference(market).mean(market.reference());
            case BOOK_LOO ->
                evidence(player, market.instrument().symbol()).mark(closing.clampPermille(), market.reference());
        };
    }

    private Evidence evidence(int player, Symbol symbol) {
        return evidence.computeIfAbsent(new Key(player, symbol), _ -> new Evidence());
    }

    private TimeAverage reference(Market market) {
        long opensAt = (closing.windowMillis() + closing.spreadMillis()) * GameClock.MICROS_PER_MILLI;
        return references.computeIfAbsent(market.instrument().symbol(), _ -> new TimeAverage(opensAt));
    }
}
