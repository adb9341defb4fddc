package io.botpit.bots.house;

/** The ranges of parameters. */
final class Ranges {
    private Ranges() {}

    /** {@link IllegalArgumentException} names the parameter and its range if the value is not in it. */
    static void check(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(name + " must be from " + min + " to " + max + ", not " + value);
        }
    }
}
