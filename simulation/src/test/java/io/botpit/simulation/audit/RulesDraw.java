package io.botpit.simulation.audit;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Bounds;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import io.botpit.game.rules.Limits;
import io.botpit.game.rules.MarkRule;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.TradingRules;
import io.botpit.game.rules.Valuation;
import java.util.ArrayList;
import java.util.List;

/** Draws the rules of a game from its seed: now and then a preset as it is, else everything by chance. */
final class RulesDraw {
    private static final List<String> BASES = List.of("BTC", "ETH");
    private static final int QUOTE_DECIMALS_MAX = 10;
    private static final long SECOND_MILLIS = 1_000;

    private final long seed;
    private final Dice dice;

    private RulesDraw(long seed) {
        this.seed = seed;
        this.dice = new Dice(~seed);
    }

    static GameRules rules(long seed) {
        return new RulesDraw(seed).draw();
    }

    /** The players of a game: some come in later, some stand on no list, the last is never admitted. */
    static List<String> names(long seed) {
        List<String> all = List.of("ann", "bob", "cat", "dan", "eve", "fay", "gil", "hal", "ida", "jon", "kim", "lea");
        return all.subList(0, 2 + new Dice(seed ^ 0x6e616d6573L).below(11));
    }

    private GameRules draw() {
        boolean preset = dice.permille(150);
        GameRules drawn = preset ? Presets.named(dice.of(Presets.NAMES), seed) : market();
        Entry entry = entry();
        Schedule schedule = schedule();
        TradingRules trading = preset ? withoutBatches(drawn.trading()) : trading();
        GameRules unlimited = new GameRules(
                drawn.preset(),
                GameRules.BEHAVIOR_VERSION,
                seed,
                drawn.instruments(),
                drawn.grants(),
                isRated() && !trading.namedBook() ? new Entry(entry.whitelist(), entry.playersMax(), true) : entry,
                schedule,
                trading,
                Limits.STANDARD);
        return dice.permille(500) ? unlimited : limited(unlimited);
    }

    private GameRules market() {
        List<Instrument> instruments = new ArrayList<>();
        Asset quote = new Asset("USD", dice.below(QUOTE_DECIMALS_MAX + 1));
        int count = 1 + dice.below(2);
        for (String base : BASES.subList(0, count)) {
            instruments.add(instrument(base, quote));
        }
        return new GameRules(
                "drawn",
                GameRules.BEHAVIOR_VERSION,
                seed,
                instruments,
                grants(instruments),
                Entry.OPEN,
                new Schedule(false, 0),
                trading(),
                Limits.STANDARD);
    }

    private Instrument instrument(String base, Asset quote) {
        // At most 10^3 units per tick and lot, so that a table of twelve rich players stays within an amount.
        int spare = dice.below(Math.min(3, quote.decimals()) + 1);
        int priceDecimals = dice.below(quote.decimals() - spare + 1);
        int sizeDecimals = quote.decimals() - spare - priceDecimals;
        Asset asset = new Asset(base, sizeDecimals + dice.below(3));
        long mark = 5 + dice.upTo(dice.permille(500) ? 50 : 5_000);
        Bounds bounds = new Bounds(
                new Price(1 + dice.below(dice.permille(500) ? 1 : 5)),
                new Price(mark + 1 + dice.upTo(mark * (dice.permille(200) ? 1_000 : 2))),
                new Quantity(1 + dice.below(dice.permille(800) ? 1 : 3)),
                new Quantity(dice.permille(200) ? Long.MAX_VALUE : 10 + dice.upTo(100_000)),
                new Amount(1 + dice.below(dice.permille(700) ? 1 : 500)),
                new Amount(1 + dice.below(dice.permille(700) ? 1 : 500)),
                Amount.MOST);
        return new Instrument(asset, quote, priceDecimals, sizeDecimals, bounds, new Price(mark));
    }

    private List<Grant> grants(List<Instrument> instruments) {
        Instrument first = instruments.getFirst();
        long lots = 1 + dice.upTo(dice.permille(300) ? 20 : 5_000);
        List<Grant> grants = new ArrayList<>();
        for (Asset asset : GameRules.assetsOf(instruments)) {
            long units = asset.equals(first.quote())
                    ? first.notional(first.markAtStart(), new Quantity(lots)).units() + dice.below(1_000)
                    : dice.upTo(lots * 2) * 100;
            grants.add(new Grant(asset, new Amount(dice.permille(50) ? 0 : units)));
        }
        return grants;
    }

    private Entry entry() {
        List<String> names = names(seed);
        int max = dice.permille(200) ? Math.max(1, names.size() - 1) : 0;
        if (dice.permille(750)) {
            return new Entry(List.of(), max);
        }
        List<String> listed = names.subList(0, 1 + dice.below(names.size()));
        return new Entry(listed, dice.permille(900) ? 0 : max);
    }

    /** Drawn beside the rest, which stays what it was for a seed. */
    private boolean isRated() {
        return new Dice(seed ^ 0x7261746564L).permille(400);
    }

    private Schedule schedule() {
        long limit = dice.permille(700)
                ? 0
                : dice.permille(250)
                        ? 1 + dice.upTo(SECOND_MILLIS)
                        : 100 * SECOND_MILLIS + dice.upTo(400 * SECOND_MILLIS);
        Dice own = new Dice(seed ^ 0x636c6f7365L);
        Valuation valuation = own.of(List.of(Valuation.values()));
        boolean closes = valuation != Valuation.LAST_MARK && limit == 0 && own.permille(700);
        long soon = closes ? 2 * SECOND_MILLIS + own.upTo(20 * SECOND_MILLIS) : limit;
        return new Schedule(dice.permille(200), soon, closing(valuation, soon, own));
    }

    /** By dice of its own: what the others draw stays as it was. */
    private static Closing closing(Valuation valuation, long limit, Dice own) {
        if (valuation == Valuation.LAST_MARK) {
            return Closing.PLAIN;
        }
        if (limit == 0 || own.permille(150)) {
            return Closing.ranked(valuation, limit);
        }
        long window = Math.max(1, own.upTo(own.permille(500) ? limit / 2 : limit));
        long spread = own.upTo(limit - window);
        return new Closing(
                valuation,
                window,
                Math.min(spread, Closing.MILLIS_MAX),
                own.permille(300) ? 0 : own.upTo(window),
                own.below(own.permille(500) ? 1_000 : Closing.IMPACT_PERMILLE_MAX),
                1 + own.below(own.permille(500) ? 20 : Closing.CLAMP_PERMILLE_MAX),
                own.permille(500) ? Closing.PERCENT_MAX : 1 + own.below(Closing.PERCENT_MAX));
    }

    private TradingRules trading() {
        return new TradingRules(
                dice.permille(250),
                dice.permille(500),
                dice.permille(500),
                dice.of(List.of(MarkRule.values())),
                dice.permille(500) ? 0 : 1 + dice.below(dice.permille(500) ? 100 : TradingRules.COLLAR_PERMILLE_MAX),
                fee(),
                fee(),
                0);
    }

    /** Batches are the loop's: who plays an engine by hand has none. */
    private static TradingRules withoutBatches(TradingRules rules) {
        return new TradingRules(
                rules.quotesBehindMark(),
                rules.namedBook(),
                rules.readsWhilePaused(),
                rules.markRule(),
                rules.collarPermille(),
                rules.makerFeePpm(),
                rules.takerFeePpm(),
                0);
    }

    private int fee() {
        return dice.permille(400) ? 0 : 1 + dice.below(dice.permille(500) ? 2_000 : TradingRules.FEE_PPM_MAX);
    }

    private GameRules limited(GameRules drawn) {
        Instrument first = drawn.firstInstrument();
        long quote = 1 + drawn.grants().getFirst().amount().units();
        int orders = 1 + dice.below(dice.permille(500) ? 4 : 40);
        int ids = 1 + dice.below(dice.permille(200) ? 10 : 10_000);
        Amount position = position(drawn, first, dice);
        Amount notional = dice.permille(500) ? Amount.MOST : new Amount(quote / 2 + dice.upTo(quote * 2));
        Limits limits = new Limits(
                orders,
                ids,
                notional,
                1 + dice.below(50),
                1 + dice.below(50),
                1 + dice.below(first.priceDecimals() + 20));
        Dice own = new Dice(seed ^ 0x706f736974696f6eL);
        List<Instrument> instruments = drawn.instruments().stream()
                .map(one -> one.with(
                        one.bounds().withPositionMax(one.equals(first) ? position : position(drawn, one, own))))
                .toList();
        return drawn.with(instruments, limits);
    }

    /** Up to twice what everybody begins with, so that it is met. */
    private static Amount position(GameRules drawn, Instrument instrument, Dice dice) {
        long start = drawn.grants().stream()
                .filter(grant -> grant.asset().equals(instrument.base()))
                .mapToLong(grant -> 1 + grant.amount().units())
                .sum();
        return dice.permille(500) ? Amount.MOST : new Amount(start + dice.upTo(start));
    }
}
