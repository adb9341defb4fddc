package io.botpit.bots.house;

import io.botpit.bots.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes the house's own bots. Same specification and seed, same bots. Any thread. */
public final class HouseBots {
    /** Kinds there are; the catalogue of house bots says what each does. */
    public static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::code).toList();

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
        return Arrays.stream(Kind.values())
                .filter(known -> known.code().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown house bot '" + kind + "', known are " + KINDS))
                .create(random, new Fundamental(seed));
    }

    /**
     * The house of a game with a reference price: makers that quote as the guide tells, and noise traders that value
     * coins as it does.
     */
    public static List<HouseBot> around(Guide guide, int makers, int noise, long seed) {
        List<HouseBot> bots = new ArrayList<>();
        for (int number = 1; number <= makers; number++) {
            bots.add(new HouseBot("house-maker-" + number, new ReferenceMaker(guide)));
        }
        Valuation worth = (symbol, anchorPrice, _) ->
                guide.quotes(symbol).map(Guide.Quotes::price).orElse(anchorPrice);
        for (int number = 1; number <= noise; number++) {
            var random = new SplittableRandom(seed * 31 + number);
            bots.add(new HouseBot(
                    "house-noise-" + number, new NoiseTrader(NoiseTrader.Parameters.STANDARD, random, worth)));
        }
        return List.copyOf(bots);
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
