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

    public static final List<String> NAMES = List.of(CLASSIC, OPEN_MARKET);

    public static final Asset USD = new Asset("USD", 10);
    public static final Asset BTC = new Asset("BTC", 8);
    public static final Asset ETH = new Asset("ETH", 8);

    private static final long USD_UNITS = 10_000_000_000L;
    private static final long COIN_UNITS = 100_000_000L;
    private static final long TICKS_PER_USD = 100;

    private Presets() {}

    /** Rules of a preset; {@link IllegalArgumentException} names the known ones if there is none of that name. */
    public static GameRules named(String name, long seed) {
        return new GameRules(
                name,
                GameRules.BEHAVIOR_VERSION,
                seed,
                List.of(instrument(BTC, 1_000), instrument(ETH, 100)),
                List.of(
                        new Grant(USD, new Amount(10_000 * USD_UNITS)),
                        new Grant(BTC, new Amount(10 * COIN_UNITS)),
                        new Grant(ETH, new Amount(100 * COIN_UNITS))),
                Entry.OPEN,
                new Schedule(false, 0),
                trading(name),
                Limits.STANDARD);
    }

    private static TradingRules trading(String name) {
        return switch (name) {
            case CLASSIC -> new TradingRules(true, true, false, MarkRule.HALFWAY, 0, 0, 0);
            case OPEN_MARKET -> new TradingRules(false, false, true, MarkRule.MID, 500, 0, 500);
            default -> throw new IllegalArgumentException("unknown preset " + name + ", known are " + NAMES);
        };
    }

    /** Tick 0.01 USD, lot 1e-8 coin, prices 0.10 to 1,000,000.00 USD. */
    private static Instrument instrument(Asset coin, long usdAtStart) {
        Bounds bounds = new Bounds(
                new Price(10),
                new Price(1_000_000 * TICKS_PER_USD),
                new Quantity(1),
                new Quantity(10_000_000 * COIN_UNITS),
                new Amount(1),
                new Amount(10 * USD_UNITS));
        return new Instrument(coin, USD, 2, 8, bounds, new Price(usdAtStart * TICKS_PER_USD));
    }
}
