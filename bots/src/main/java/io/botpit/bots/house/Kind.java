package io.botpit.bots.house;

import io.botpit.bots.Strategy;
import io.botpit.bots.house.Desk.Rhythm;
import io.botpit.bots.house.MeanReversion.Subject;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The house bots there are, each with the parameters that it plays by. */
enum Kind {
    MARKET_MAKER,
    NOISE,
    MOMENTUM,
    MEAN_REVERSION,
    PAIRS,
    ZI_C,
    GIVEAWAY,
    SHAVER,
    SNIPER,
    ZIP,
    GDX,
    AA,
    TWAP,
    VWAP,
    AVELLANEDA_STOIKOV,
    IMBALANCE;

    /** What an auction trader buys or sells at a time, as a fraction of its coins at the start. */
    private static final double UNIT = 0.02;

    /** How far the coins of an auction trader or of a maker with one quote a side may drift. */
    private static final double CAP = 0.4;

    /** As it stands in specifications, such as {@code mean-reversion}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A new bot.
     *
     * @param random its own chance
     * @param story of the market, shared by all bots of a game
     */
    Strategy create(RandomGenerator random, Valuation story) {
        return switch (this) {
            case MARKET_MAKER ->
                maker(1, first -> new MarketMaker(MarketMaker.Parameters.STANDARD, random, first.anchor()));
            case NOISE -> new NoiseTrader(NoiseTrader.Parameters.STANDARD, random, story);
            case MOMENTUM -> taker(first -> new Momentum(Momentum.Parameters.STANDARD, first.anchor()));
            case MEAN_REVERSION -> taker(_ -> new MeanReversion(MeanReversion.Parameters.STANDARD, Subject.MARK));
            case PAIRS -> taker(_ -> new MeanReversion(MeanReversion.Parameters.PAIRS, Subject.MARK_AGAINST_OTHERS));
            case ZI_C -> auction(Worth.Parameters.CARELESS, random, () -> new ZeroIntelligence(random));
            case GIVEAWAY -> auction(Worth.Parameters.CARELESS, random, Giveaway::new);
            case SHAVER -> auction(Worth.Parameters.CAREFUL, random, () -> new Shaver(Shaver.STEP));
            case SNIPER -> auction(Worth.Parameters.CAREFUL, random, () -> new Sniper(Sniper.Parameters.STANDARD));
            case ZIP -> auction(Worth.Parameters.CAREFUL, random, () -> new Zip(Zip.Parameters.STANDARD, random));
            case GDX -> auction(Worth.Parameters.EXPERT, random, () -> new Gdx(Gdx.Parameters.STANDARD));
            case AA ->
                auction(
                        Worth.Parameters.EXPERT,
                        random,
                        () -> new AdaptiveAggressive(AdaptiveAggressive.Parameters.STANDARD));
            case TWAP -> executor(random, slices -> new Schedule.ByTime(slices, Schedule.EVENLY));
            case VWAP -> executor(random, Schedule.ByVolume::new);
            case AVELLANEDA_STOIKOV ->
                maker(CAP, first -> new InventoryMaker(InventoryMaker.Parameters.STANDARD, first));
            case IMBALANCE -> maker(CAP, first -> new Imbalance(Imbalance.Parameters.STANDARD, first));
        };
    }

    private static Strategy auction(Worth.Parameters worth, RandomGenerator random, Supplier<Pricing> pricing) {
        return maker(CAP, first -> new AuctionTrader(new Worth(worth, random, first), pricing.get(), UNIT));
    }

    private static Strategy maker(double cap, Function<Scene, Trader> hire) {
        return new Desk(Rhythm.IN_TURN, cap, hire);
    }

    private static Strategy taker(Function<Scene, Trader> hire) {
        return new Desk(Rhythm.ALL_MARKETS, 1, hire);
    }

    private static Strategy executor(RandomGenerator random, IntFunction<Schedule> schedule) {
        Executor.Parameters parameters = Executor.Parameters.STANDARD;
        return maker(1, _ -> new Executor(parameters, schedule.apply(parameters.slices()), random.nextBoolean()));
    }
}
