package io.botpit.benchmarks;

import java.util.Arrays;

/** What stands behind the name of a benchmark. */
final class Options {
    private static final String ROUNDS = "--rounds=";

    private Options() {}

    /** How often everything is measured. */
    static int rounds(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(ROUNDS))
                .mapToInt(argument -> Integer.parseInt(argument.substring(ROUNDS.length())))
                .findFirst()
                .orElse(5);
    }
}
