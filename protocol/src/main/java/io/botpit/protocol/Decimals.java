package io.botpit.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimals as text: read with bounded work whatever the text, written in the form of Python's {@code str(Decimal)},
 * which is that of {@link BigDecimal#toString}. Safe on any thread.
 */
public final class Decimals {
    public static final int CHARS_MAX = 40;
    public static final int EXPONENT_DIGITS_MAX = 2;
    public static final int WHOLE_DIGITS_MAX = 12;

    /** Digits that say something; as many as Python's decimals carry. */
    public static final int SIGNIFICANT_DIGITS_MAX = 28;

    private static final String FORM = "a decimal is digits[.digits][e[+-]dd], at most " + CHARS_MAX + " characters";

    private Decimals() {}

    /** What a text turned out to be. */
    public sealed interface Reading {
        record Value(BigDecimal value) implements Reading {}

        /**
         * Not a decimal that is taken.
         *
         * @param why for people
         */
        record Refused(String why) implements Reading {}
    }

    /**
     * Reads digits[.digits][e±dd] with an optional minus. The text is checked before any arithmetic, so that neither a
     * long text nor a large exponent costs anything; BigDecimal alone would also take other scripts' digits.
     */
    public static Reading read(String text) {
        if (text.length() > CHARS_MAX || !hasForm(text)) {
            return new Reading.Refused(FORM);
        }
        BigDecimal value = new BigDecimal(text);
        if (value.signum() == 0) {
            return new Reading.Value(BigDecimal.ZERO);
        }
        if (value.precision() > SIGNIFICANT_DIGITS_MAX) {
            return new Reading.Refused("at most " + SIGNIFICANT_DIGITS_MAX + " significant digits");
        }
        if (value.precision() - value.scale() > WHOLE_DIGITS_MAX) {
            return new Reading.Refused("at most " + WHOLE_DIGITS_MAX + " digits before the point");
        }
        return new Reading.Value(value);
    }

    /** Half to even; a few dozen digits at most, once {@link #read} has passed the value. */
    public static BigDecimal rounded(BigDecimal value, int places) {
        return value.setScale(places, RoundingMode.HALF_EVEN);
    }

    /** Whole units of {@code 10^-decimals} as a decimal with all its places. */
    public static BigDecimal ofUnits(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals);
    }

    /** Without trailing zeros and exponent: {@code 8500.02}, {@code 10}, {@code 0}. */
    public static BigDecimal shortest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Without trailing zeros but with at least one place: {@code 10.0}. */
    public static BigDecimal shortestWithPoint(BigDecimal value) {
        BigDecimal shortest = shortest(value);
        return shortest.scale() < 1 ? shortest.setScale(1) : shortest;
    }

    private static boolean hasForm(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int whole = digitsFrom(text, at);
        if (whole == at) {
            return false;
        }
        at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            int places = digitsFrom(text, at + 1);
            if (places == at + 1) {
                return false;
            }
            at = places;
        }
        return at == text.length() || isExponent(text, at);
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        int first = at + 1;
        if (first < text.length() && (text.charAt(first) == '+' || text.charAt(first) == '-')) {
            first++;
        }
        int end = digitsFrom(text, first);
        return end == text.length() && end > first && end - first <= EXPONENT_DIGITS_MAX;
    }

    private static int digitsFrom(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
