package io.botpit.simulation.weather;

/** A rule does not hold. An error, since nothing of the product may take it for one of its own exceptions. */
final class Broken extends AssertionError {
    private static final long serialVersionUID = 1;

    /** @param rule as in {@code docs/rules.md} or in words */
    Broken(String rule, String what) {
        super(rule + ": " + what);
    }

    Broken(String rule, Throwable cause) {
        super(rule + ": " + cause, cause);
    }
}
