package io.botpit.game.control;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Bounds;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import io.botpit.game.rules.Limits;
import io.botpit.game.rules.MarkRule;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.TradingRules;
import java.util.List;

/**
 * Rules for tables: BTC/USD in whole dollars and whole coins, mark 100, everybody has 10,000 USD and 100 BTC, no fees,
 * no collar, no limits. Each test changes what it is about.
 */
record Market(Bounds bounds, TradingRules trading, Limits limits, Entry entry, Schedule schedule) {
    static final Market PLAIN = new Market(
            new Bounds(
                    new Price(1),
                    new Price(1_000_000),
                    new Quantity(1),
                    new Quantity(1_000_000),
                    new Amount(1),
                    new Amount(1),
                    Amount.MOST),
            new TradingRules(false, true, true, MarkRule.MID, 0, 0, 0, 0),
            Limits.STANDARD,
            Entry.OPEN,
            new Schedule(false, 0));

    private static final Asset USD = new Asset("USD", 0);
    private static final Asset BTC = new Asset("BTC", 0);
    private static final long USD_GRANTED = 10_000;
    private static final long BTC_GRANTED = 100;
    private static final long MARK = 100;

    Market with(Bounds other) {
        return new Market(other, trading, limits, entry, schedule);
    }

    Market with(TradingRules other) {
        return new Market(bounds, other, limits, entry, schedule);
    }

    Market with(Limits other) {
        return new Market(bounds, trading, other, entry, schedule);
    }

    Market with(Entry other) {
        return new Market(bounds, trading, limits, other, schedule);
    }

    Market with(Schedule other) {
        return new Market(bounds, trading, limits, entry, other);
    }

    /** Nobody may own more with his open buys. */
    Market withPositionMax(long coins) {
        return with(bounds.withPositionMax(new Amount(coins)));
    }

    Market withMark(MarkRule rule) {
        return with(new TradingRules(false, true, true, rule, 0, 0, 0, 0));
    }

    Market withCollar(int permille) {
        return with(new TradingRules(false, true, true, MarkRule.MID, permille, 0, 0, 0));
    }

    Market withFees(int makerPpm, int takerPpm) {
        return with(new TradingRules(false, true, true, MarkRule.MID, 0, makerPpm, takerPpm, 0));
    }

    /** Makers quote behind the mark, within a tenth of it. */
    Market behindTheMark() {
        return with(new TradingRules(true, true, true, MarkRule.MID, 100, 0, 0, 0));
    }

    GameRules rules() {
        return new GameRules(
                "table",
                GameRules.BEHAVIOR_VERSION,
                1,
                List.of(new Instrument(BTC, USD, 0, 0, bounds, new Price(MARK))),
                List.of(new Grant(USD, new Amount(USD_GRANTED)), new Grant(BTC, new Amount(BTC_GRANTED))),
                entry,
                schedule,
                trading,
                limits);
    }
}
