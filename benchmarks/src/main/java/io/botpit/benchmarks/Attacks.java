package io.botpit.benchmarks;

import io.botpit.game.rules.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * What attacks on the scoring gain, in quote: pairs of games with the same seed, one with the attack and one without it,
 * each on the real engine. The reference of a gain is the honest bot's mean score. The last mark is there to show that the
 * suite finds a gain where there is one.
 */
final class Attacks {
    private Attacks() {}

    static List<Figure> run(Settings settings) {
        List<Figure> figures = new ArrayList<>();
        for (Valuation valuation : List.of(Valuation.REFERENCE, Valuation.BOOK_LOO)) {
            Attack.ALL.forEach(attack -> figures.addAll(figures(attack, valuation, settings.games())));
        }
        figures.addAll(figures(Attack.ALL.getFirst(), Valuation.LAST_MARK, settings.games()));
        return figures;
    }

    private static List<Figure> figures(Attack attack, Valuation valuation, int games) {
        Gain gain = gain(attack, valuation, games);
        String name = attack.name() + ", " + valuation.word();
        return List.of(
                Figure.of(name, gain.mean(), "USD"),
                Figure.of(name + ", low", gain.low(), "USD"),
                Figure.of(name + ", high", gain.high(), "USD"));
    }

    /** What the attackers together gain by an attack, over this many games with the seeds from 1 upwards. */
    static Gain gain(Attack attack, Valuation valuation, int games) {
        return Gain.of(LongStream.rangeClosed(1, games)
                .mapToDouble(seed -> {
                    var honest =
                            AttackGame.play(valuation, seed, attack.honest().get(), Moves.nothing());
                    var crooked = AttackGame.play(
                            valuation,
                            seed,
                            attack.crooked().get(),
                            attack.helper().get());
                    return crooked.both() - honest.both();
                })
                .toArray());
    }

    /**
     * A mean with its interval of 95 %.
     *
     * @param low of the interval
     */
    record Gain(double mean, double low, double high) {
        private static final double QUANTILE = 1.96;

        static Gain of(double[] differences) {
            int n = differences.length;
            double mean = LongStream.range(0, n)
                            .mapToDouble(i -> differences[(int) i])
                            .sum()
                    / n;
            double squares = LongStream.range(0, n)
                    .mapToDouble(i -> (differences[(int) i] - mean) * (differences[(int) i] - mean))
                    .sum();
            double error = QUANTILE * Math.sqrt(squares / (n - 1) / n);
            return new Gain(mean, mean - error, mean + error);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", mean, low, high);
        }
    }
}
