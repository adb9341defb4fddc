package io.botpit.game.score;

import io.botpit.game.Appraisal;
import io.botpit.game.Holding;
import io.botpit.game.Standing;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import io.botpit.game.rules.Valuation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks players by how much better they did than their untouched starting wallet. A function of its arguments; any
 * thread.
 */
public final class Scoring {
    /** Where games are settled, scores as near to each other as this share of the starting wallet are equal. */
    private static final long TIE_SHARE = 10_000;

    private static final Comparator<Row> BEST_FIRST = Comparator.comparing(Row::score)
            .reversed()
            .thenComparing(row -> row.contestant().player());

    private final GameRules rules;
    private final long tie;

    private record Row(Contestant contestant, Amount equity, Amount score) {}

    public Scoring(GameRules rules) {
        this.rules = rules;
        Map<Symbol, Price> first = new LinkedHashMap<>();
        rules.instruments().forEach(instrument -> first.put(instrument.symbol(), instrument.markAtStart()));
        boolean settled = rules.schedule().closing().valuation() != Valuation.LAST_MARK;
        tie = settled ? idleValue(first) / TIE_SHARE : 0;
    }

    /** The table, best first. Scores that are no further from the first of their place than a tie share it. */
    public List<Standing> table(List<Contestant> contestants) {
        List<Row> rows = new ArrayList<>(contestants.size());
        for (Contestant contestant : contestants) {
            rows.add(row(contestant));
        }
        rows.sort(BEST_FIRST);
        return placed(rows);
    }

    private Row row(Contestant contestant) {
        Map<Symbol, Price> marks = new LinkedHashMap<>();
        long haircuts = 0;
        for (Appraisal appraisal : contestant.appraisals()) {
            marks.put(appraisal.symbol(), appraisal.mark());
            haircuts = capped(haircuts, appraisal.haircut().units());
        }
        long equity = capped(worth(contestant.holdings(), marks), -haircuts);
        return new Row(contestant, new Amount(equity), new Amount(capped(equity, -idleValue(marks))));
    }

    private List<Standing> placed(List<Row> rows) {
        List<Standing> table = new ArrayList<>(rows.size());
        int place = 1;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean shared = rows.get(place - 1).score.units() - row.score.units() <= tie;
            place = shared ? place : i + 1;
            Contestant who = row.contestant;
            table.add(new Standing(place, who.player(), who.name(), who.holdings(), row.equity, row.score));
        }
        return table;
    }

    private long idleValue(Map<Symbol, Price> marks) {
        long sum = 0;
        for (Grant grant : rules.grants()) {
            sum = capped(sum, value(grant.asset(), grant.amount(), marks));
        }
        return sum;
    }

    private long worth(List<Holding> holdings, Map<Symbol, Price> marks) {
        long sum = 0;
        for (Holding holding : holdings) {
            sum = capped(sum, value(holding.asset(), holding.total(), marks));
        }
        return sum;
    }

    /** What an amount is worth in units of the quote asset, rounded down. */
    private long value(Asset asset, Amount amount, Map<Symbol, Price> marks) {
        for (Instrument instrument : rules.instruments()) {
            if (instrument.base().equals(asset)) {
                Price mark = marks.get(instrument.symbol());
                return mark == null ? 0 : worth(instrument, amount, mark);
            }
        }
        return amount.units();
    }

    /** What so much of the base asset is worth in units of the quote asset, rounded down and at most the largest amount. */
    public static long worth(Instrument instrument, Amount amount, Price mark) {
        BigInteger units = BigInteger.valueOf(amount.units())
                .multiply(BigInteger.valueOf(mark.ticks()))
                .multiply(BigInteger.valueOf(instrument.unitsPerTickLot()))
                .divide(BigInteger.valueOf(instrument.unitsPerLot()));
        return units.bitLength() < Long.SIZE - 2 ? units.longValueExact() : Amount.UNITS_MAX - 1;
    }

    /** Wealth and debt beyond the range of an amount count as the largest amount. */
    private static long capped(long a, long b) {
        return Math.clamp(a + b, 1 - Amount.UNITS_MAX, Amount.UNITS_MAX - 1);
    }
}
