package io.botpit.game.score;

import io.botpit.game.Holding;
import io.botpit.game.Standing;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Ranks players by how much better they did than their untouched starting wallet. A function of its arguments; any
 * thread.
 */
public final class Scoring {
    private static final Comparator<Row> BEST_FIRST = Comparator.comparing(Row::score)
            .reversed()
            .thenComparing(row -> row.contestant().player());

    private final GameRules rules;

    private record Row(Contestant contestant, Amount equity, Amount score) {}

    public Scoring(GameRules rules) {
        this.rules = rules;
    }

    /**
     * The table at the given marks, best first. Equal scores share a place.
     *
     * @param marks one per instrument of the rules
     */
    public List<Standing> table(List<Contestant> contestants, Map<Symbol, Price> marks) {
        Amount idle = idleValue(marks);
        List<Row> rows = new ArrayList<>(contestants.size());
        for (Contestant contestant : contestants) {
            Amount equity = equity(contestant.holdings(), marks);
            rows.add(new Row(contestant, equity, new Amount(equity.units() - idle.units())));
        }
        rows.sort(BEST_FIRST);
        return placed(rows);
    }

    private static List<Standing> placed(List<Row> rows) {
        List<Standing> table = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean shared = i > 0 && rows.get(i - 1).score.equals(row.score);
            int place = shared ? table.get(i - 1).place() : i + 1;
            Contestant who = row.contestant;
            table.add(new Standing(place, who.player(), who.name(), who.holdings(), row.equity, row.score));
        }
        return table;
    }

    private Amount idleValue(Map<Symbol, Price> marks) {
        long sum = 0;
        for (Grant grant : rules.grants()) {
            sum = capped(sum, value(grant.asset(), grant.amount(), marks));
        }
        return new Amount(sum);
    }

    private Amount equity(List<Holding> holdings, Map<Symbol, Price> marks) {
        long sum = 0;
        for (Holding holding : holdings) {
            sum = capped(sum, value(holding.asset(), holding.total(), marks));
        }
        return new Amount(sum);
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

    private static long worth(Instrument instrument, Amount amount, Price mark) {
        BigInteger units = BigInteger.valueOf(amount.units())
                .multiply(BigInteger.valueOf(mark.ticks()))
                .multiply(BigInteger.valueOf(instrument.unitsPerTickLot()))
                .divide(BigInteger.valueOf(instrument.unitsPerLot()));
        return units.bitLength() < Long.SIZE - 2 ? units.longValueExact() : Amount.UNITS_MAX - 1;
    }

    /** Wealth beyond the range of an amount counts as the largest amount. */
    private static long capped(long a, long b) {
        return Math.min(a + b, Amount.UNITS_MAX - 1);
    }
}
