package io.botpit.game.tournament;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * An exact fraction in lowest terms: points of tables of different sizes must be equal when they are equal.
 *
 * @param over the numerator
 * @param under the denominator, positive
 */
public record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
    public static final Fraction ZERO = of(0, 1);
    public static final Fraction HALF = of(1, 2);
    public static final Fraction ONE = of(1, 1);

    public Fraction {
        if (under.signum() <= 0) {
            throw new IllegalArgumentException("a fraction's denominator must be positive: " + under);
        }
        BigInteger common = over.gcd(under);
        over = over.divide(common);
        under = under.divide(common);
    }

    public static Fraction of(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    static Fraction sum(Iterable<Fraction> all) {
        Fraction sum = ZERO;
        for (Fraction each : all) {
            sum = sum.plus(each);
        }
        return sum;
    }

    /** The middle one, or the mean of the two in the middle; zero of nothing. */
    static Fraction median(List<Fraction> all) {
        if (all.isEmpty()) {
            return ZERO;
        }
        List<Fraction> sorted = all.stream().sorted().toList();
        int half = sorted.size() / 2;
        Fraction upper = sorted.get(half);
        return sorted.size() % 2 == 1 ? upper : upper.plus(sorted.get(half - 1)).times(HALF);
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    Fraction negated() {
        return new Fraction(over.negate(), under);
    }

    Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    /** Divided by a positive one; zero where that is zero: what cannot be measured counts nothing. */
    Fraction dividedBy(Fraction other) {
        return other.over.signum() == 0 ? ZERO : new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    Fraction abs() {
        return new Fraction(over.abs(), under);
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    public double toDouble() {
        return over.doubleValue() / under.doubleValue();
    }

    /** As a decimal with so many places at most, rounded half up. */
    public String toDecimal(int places) {
        BigDecimal exact = new BigDecimal(over).divide(new BigDecimal(under), places, RoundingMode.HALF_UP);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return over + "/" + under;
    }
}
