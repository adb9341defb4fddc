package io.botpit.bots.house;

import io.botpit.bots.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes the house's own bots. Same specification and seed, same bots. Any thread. */
public final class HouseBots {
    /** Kinds there are. */
    public static final List<String> KINDS = List.of("market-maker", "noise", "momentum", "mean-reversion");

    /** Most bots of one specification. */
    public static final int BOTS_MAX = 200;

    private HouseBots() {}

    /**
     * A bot that is ready to be run.
     *
     * @param name kind and number, such as {@code noise-2}
     */
    public record HouseBot(String name, Strategy strategy) {}

    /**
     * The bots of a specification such as {@code market-maker:1,noise:4}; a kind without a number is one bot.
     * {@link IllegalArgumentException} says what is wrong with it.
     */
    public static List<HouseBot> roster(String specification, long seed) {
        List<HouseBot> bots = new ArrayList<>();
        for (String part : specification.split(",", -1)) {
            String[] kindAndCount = part.strip().split(":", 2);
            String kind = kindAndCount[0].strip();
            int count = kindAndCount.length < 2 ? 1 : count(part, kindAndCount[1].strip());
            long before =
                    bots.stream().filter(b -> b.name().startsWith(kind + "-")).count();
            for (long number = before + 1; number <= before + count; number++) {
                String name = kind + "-" + number;
                bots.add(new HouseBot(name, create(kind, seed, Math.toIntExact(number))));
            }
        }
        if (bots.size() > BOTS_MAX) {
            throw new IllegalArgumentException("at most " + BOTS_MAX + " house bots, not " + bots.size());
        }
        return List.copyOf(bots);
    }

    /**
     * One bot's strategy; {@link IllegalArgumentException} names the kinds there are if there is none of that name.
     *
     * @param seed of the market's story, which all bots of a game share
     * @param number tells bots of one kind apart: each has its own chance
     */
    public static Strategy create(String kind, long seed, int number) {
        var random = new SplittableRandom(seed * 31 + kind.hashCode() + number);
        return switch (kind) {
            case "market-maker" -> new MarketMaker(random);
            case "noise" -> new NoiseTrader(random, new Fundamental(seed));
            case "momentum" -> new Momentum();
            case "mean-reversion" -> new MeanReversion();
            default -> throw new IllegalArgumentException("unknown house bot '" + kind + "', known are " + KINDS);
        };
    }

    private static int count(String part, String digits) {
        if (!digits.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("not a number of house bots: '" + part.strip() + "'");
        }
        int count = Integer.parseInt(digits);
        if (count > BOTS_MAX) {
            throw new IllegalArgumentException("at most " + BOTS_MAX + " house bots, not " + count);
        }
        return count;
    }
}
