package io.botpit.server.cli;

import io.botpit.server.config.ConfigProblem;

/** Bounds of numbers on the command line. */
final class Checks {
    private Checks() {}

    static void range(String option, int value, int min, int max) {
        if (value < min || value > max) {
            throw new ConfigProblem(option + ": must be from " + min + " to " + max + ", not " + value);
        }
    }
}
