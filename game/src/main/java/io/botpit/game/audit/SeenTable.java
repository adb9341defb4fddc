package io.botpit.game.audit;

import io.botpit.game.Appraisal;
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
import io.botpit.game.rules.Valuation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The final table, computed again from the money and from what the events told that coins count as. */
final class SeenTable {
    private static final BigInteger MOST = BigInteger.valueOf(Amount.UNITS_MAX - 1);
    private static final BigInteger TIE_SHARE = BigInteger.valueOf(10_000);

    private final GameRules rules;
    private final SeenMoney money;
    private final SeenClosing closing;
    private final SeenQuotes quotes;
    private final Map<Symbol, Price> marks = new LinkedHashMap<>();
    private final Map<PlayerId, List<Appraisal>> settled = new LinkedHashMap<>();

    SeenTable(GameRules rules, SeenMoney money, SeenClosing closing, SeenQuotes quotes) {
        this.rules = rules;
        this.money = money;
        this.closing = closing;
        this.quotes = quotes;
        rules.instruments().forEach(instrument -> marks.put(instrument.symbol(), instrument.markAtStart()));
    }

    void marked(Symbol symbol, Price mark) {
        marks.put(symbol, mark);
    }

    void settled(Event.Settled event) {
        Must.hold(!isPlain(), "rule 46: an appraisal where the last mark counts", event);
        List<Symbol> symbols =
                rules.instruments().stream().map(Instrument::symbol).toList();
        Must.equal(event.appraisals().stream().map(Appraisal::symbol).toList(), symbols, "rule 46: what is appraised");
        Must.hold(settled.put(event.player(), event.appraisals()) == null, "rule 46: appraised twice", event);
        for (Appraisal appraisal : event.appraisals()) {
            Instrument instrument = rules.instrument(appraisal.symbol()).orElseThrow();
            boolean last = appraisal.mark().equals(marks.get(appraisal.symbol()));
            Must.hold(!isLiquidated() || last, "rule 46: not the last mark", appraisal);
            quotes.check(event.player(), appraisal.symbol(), appraisal.mark());
            closing.check(appraisal.symbol(), appraisal.mark());
            Account account = new Account(event.player(), instrument.base());
            quotes.check(event.player(), appraisal, money.owned(account), money.position(account));
        }
    }

    void check(Event.Ended ended, SeenRoster roster) {
        for (FinalMark mark : ended.marks()) {
            boolean last = isPlain() || isLiquidated();
            Must.hold(!last || mark.price().equals(marks.get(mark.symbol())), "rule 36: not the last mark", mark);
            closing.check(mark.symbol(), mark.price());
            quotes.check(null, mark.symbol(), mark.price());
        }
        List<Standing> rows = new ArrayList<>();
        roster.players().forEach(player -> rows.add(row(player, roster.name(player))));
        rows.sort(Comparator.comparing(Standing::score).reversed().thenComparing(Standing::player));
        Must.equal(ended.table(), placed(rows), "rule 36: the final table");
    }

    private boolean isPlain() {
        return rules.schedule().closing().valuation() == Valuation.LAST_MARK;
    }

    private boolean isLiquidated() {
        return rules.schedule().closing().valuation() == Valuation.LIQUIDATE;
    }

    /** Who is within a tie of the first of a place has that place. */
    private List<Standing> placed(List<Standing> rows) {
        long tie = isPlain() ? 0 : idle(startingMarks()).divide(TIE_SHARE).longValueExact();
        List<Standing> table = new ArrayList<>();
        int place = 1;
        for (Standing row : rows) {
            long behind = rows.get(place - 1).score().units() - row.score().units();
            place = behind <= tie ? place : table.size() + 1;
            table.add(new Standing(place, row.player(), row.name(), row.holdings(), row.equity(), row.score()));
        }
        return table;
    }

    private List<Appraisal> startingMarks() {
        return rules.instruments().stream()
                .map(instrument -> new Appraisal(instrument.symbol(), instrument.markAtStart(), Amount.ZERO))
                .toList();
    }

    private List<Appraisal> lastMarks() {
        return rules.instruments().stream()
                .map(instrument -> new Appraisal(
                        instrument.symbol(),
                        marks.getOrDefault(instrument.symbol(), instrument.markAtStart()),
                        Amount.ZERO))
                .toList();
    }

    private Standing row(PlayerId player, String name) {
        Must.hold(isPlain() || settled.containsKey(player), "rule 46: never appraised", name);
        List<Appraisal> own = settled.getOrDefault(player, lastMarks());
        List<Holding> holdings = new ArrayList<>();
        BigInteger equity = BigInteger.ZERO;
        for (Asset asset : rules.assets()) {
            Amount owned = new Amount(money.owned(new Account(player, asset)));
            holdings.add(new Holding(asset, owned, Amount.ZERO));
            equity = equity.add(value(asset, owned, own)).min(MOST);
        }
        for (Appraisal appraisal : own) {
            equity = equity.subtract(BigInteger.valueOf(appraisal.haircut().units()));
        }
        BigInteger worth = equity.max(MOST.negate()).min(MOST);
        BigInteger score = worth.subtract(idle(own)).max(MOST.negate());
        return new Standing(
                1, player, name, holdings, new Amount(worth.longValueExact()), new Amount(score.longValueExact()));
    }

    private BigInteger idle(List<Appraisal> appraisals) {
        BigInteger idle = BigInteger.ZERO;
        for (Grant grant : rules.grants()) {
            idle = idle.add(value(grant.asset(), grant.amount(), appraisals)).min(MOST);
        }
        return idle;
    }

    /** Base units at a mark, in quote units, rounded down. */
    static BigInteger worth(Instrument instrument, long units, Price mark) {
        return BigInteger.valueOf(units)
                .multiply(BigInteger.valueOf(mark.ticks()))
                .multiply(BigInteger.valueOf(instrument.unitsPerTickLot()))
                .divide(BigInteger.valueOf(instrument.unitsPerLot()))
                .min(MOST);
    }

    private BigInteger value(Asset asset, Amount amount, List<Appraisal> appraisals) {
        for (Appraisal appraisal : appraisals) {
            Instrument instrument = rules.instrument(appraisal.symbol()).orElseThrow();
            if (instrument.base().equals(asset)) {
                return worth(instrument, amount.units(), appraisal.mark());
            }
        }
        return BigInteger.valueOf(amount.units());
    }
}
