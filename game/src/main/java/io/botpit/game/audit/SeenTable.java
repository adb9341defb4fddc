package io.botpit.game.audit;

import io.botpit.game.Event;
import io.botpit.game.FinalMark;
import io.botpit.game.Holding;
import io.botpit.game.PlayerId;
import io.botpit.game.Standing;
import io.botpit.game.audit.SeenMoney.Account;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The final table, computed again from the money and the marks that the events told of. */
final class SeenTable {
    private static final BigInteger MOST = BigInteger.valueOf(Amount.UNITS_MAX - 1);

    private final GameRules rules;
    private final SeenMoney money;
    private final Map<Symbol, Price> marks = new LinkedHashMap<>();

    SeenTable(GameRules rules, SeenMoney money) {
        this.rules = rules;
        this.money = money;
        rules.instruments().forEach(instrument -> marks.put(instrument.symbol(), instrument.markAtStart()));
    }

    void marked(Symbol symbol, Price mark) {
        marks.put(symbol, mark);
    }

    void check(Event.Ended ended, SeenRoster roster) {
        for (FinalMark mark : ended.marks()) {
            Must.hold(mark.price().equals(marks.get(mark.symbol())), "rule 36: not the last mark", mark);
        }
        List<Standing> rows = new ArrayList<>();
        roster.players().forEach(player -> rows.add(row(player, roster.name(player))));
        List<Standing> table = new ArrayList<>();
        for (Standing row : rows) {
            int better = (int) rows.stream()
                    .filter(other -> other.score().compareTo(row.score()) > 0)
                    .count();
            table.add(new Standing(better + 1, row.player(), row.name(), row.holdings(), row.equity(), row.score()));
        }
        table.sort(Comparator.comparingInt(Standing::place).thenComparing(Standing::player));
        Must.equal(ended.table(), table, "rule 36: the final table");
    }

    private Standing row(PlayerId player, String name) {
        List<Holding> holdings = new ArrayList<>();
        BigInteger equity = BigInteger.ZERO;
        for (Asset asset : rules.assets()) {
            Amount owned = new Amount(money.owned(new Account(player, asset)));
            holdings.add(new Holding(asset, owned, Amount.ZERO));
            equity = equity.add(value(asset, owned)).min(MOST);
        }
        BigInteger idle = BigInteger.ZERO;
        for (Grant grant : rules.grants()) {
            idle = idle.add(value(grant.asset(), grant.amount())).min(MOST);
        }
        BigInteger score = equity.subtract(idle);
        return new Standing(
                1, player, name, holdings, new Amount(equity.longValueExact()), new Amount(score.longValueExact()));
    }

    /** At the mark, rounded down. */
    private BigInteger value(Asset asset, Amount amount) {
        BigInteger units = BigInteger.valueOf(amount.units());
        for (Instrument instrument : rules.instruments()) {
            Price mark = marks.get(instrument.symbol());
            if (instrument.base().equals(asset) && mark != null) {
                return units.multiply(BigInteger.valueOf(mark.ticks()))
                        .multiply(BigInteger.valueOf(instrument.unitsPerTickLot()))
                        .divide(BigInteger.valueOf(instrument.unitsPerLot()))
                        .min(MOST);
            }
        }
        return units;
    }
}
