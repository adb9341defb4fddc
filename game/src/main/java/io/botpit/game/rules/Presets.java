package io.botpit.game.rules;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Bounds;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import java.util.List;

/** Sets of rules with a name. */
public final class Presets {
    /** cxgame's rules: makers quote behind the mark, the book is named, no fees, no collar. */
    public static final String CLASSIC = "classic";

    /** A plain exchange: limits may cross, the book is anonymous, small fees, a wide collar. */
    public static final String OPEN_MARKET = "open-market";

    /**
     * A contest: the open market without dust, settled at the average of the reference price over a closing window that
     * ends by chance, with a calm close; rated, in fair mode, and without broadcasts.
     */
    public static final String RANKED = "ranked";

    public static final List<String> NAMES = List.of(CLASSIC, OPEN_MARKET, RANKED);

    public static final Asset USD = new Asset("USD", 10);
    public static final Asset BTC = new Asset("BTC", 8);
    public static final Asset ETH = new Asset("ETH", 8);

    private static final long USD_UNITS = 10_000_000_000L;
    private static final long COIN_UNITS = 100_000_000L;
    private static final long TICKS_PER_USD = 100;
    private static final long RANKED_MILLIS = 600_000;
    private static final int BATCH_MILLIS = 50;
    private static final Amount ONE_UNIT = new Amount(1);
    private static final Amount TEN_USD = new Amount(10 * USD_UNITS);

    private Presets() {}

    /** Rules of a preset; {@link IllegalArgumentException} names the known ones if there is none of that name. */
    public static GameRules named(String name, long seed) {
        return new GameRules(
                name,
                GameRules.BEHAVIOR_VERSION,
                seed,
                List.of(instrument(BTC, 1_000, notionalMin(name)), instrument(ETH, 100, notionalMin(name))),
                List.of(
                        new Grant(USD, new Amount(10_000 * USD_UNITS)),
                        new Grant(BTC, new Amount(10 * COIN_UNITS)),
                        new Grant(ETH, new Amount(100 * COIN_UNITS))),
                name.equals(RANKED) ? new Entry(List.of(), 0, true) : Entry.OPEN,
                schedule(name),
                trading(name),
                name.equals(RANKED) ? Limits.STANDARD.inSilence() : Limits.STANDARD);
    }

    private static Schedule schedule(String name) {
        return name.equals(RANKED)
                ? new Schedule(false, RANKED_MILLIS, Closing.ranked(Valuation.REFERENCE, RANKED_MILLIS))
                : new Schedule(false, 0);
    }

    private static Amount notionalMin(String name) {
        return name.equals(RANKED) ? TEN_USD : ONE_UNIT;
    }

    private static TradingRules trading(String name) {
        return switch (name) {
            case CLASSIC -> new TradingRules(true, true, false, MarkRule.HALFWAY, 0, 0, 0, 0);
            case OPEN_MARKET -> new TradingRules(false, false, true, MarkRule.MID, 500, 0, 500, 0);
            case RANKED -> new TradingRules(false, false, true, MarkRule.MID, 500, 0, 500, BATCH_MILLIS);
            default -> throw new IllegalArgumentException("unknown preset " + name + ", known are " + NAMES);
        };
    }

    /** Tick 0.01 USD, lot 1e-8 coin, prices 0.10 to 1,000,000.00 USD. */
    private static Instrument instrument(Asset coin, long usdAtStart, Amount notionalMin) {
        Bounds bounds = new Bounds(
                new Price(10),
                new Price(1_000_000 * TICKS_PER_USD),
                new Quantity(1),
                new Quantity(10_000_000 * COIN_UNITS),
                notionalMin,
                TEN_USD,
                Amount.MOST);
        return new Instrument(coin, USD, 2, 8, bounds, new Price(usdAtStart * TICKS_PER_USD));
    }
}
