package io.botpit.server.cli;

import io.botpit.game.GameId;
import io.botpit.server.config.ConfigProblem;

/** Bounds and forms of what stands on the command line. */
final class Checks {
    private Checks() {}

    static GameId gameId(String option, String text) {
        try {
            return new GameId(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(option + ": must match " + GameId.FORM + ", not '" + text + "'", e);
        }
    }

    static void range(String option, int value, int min, int max) {
        if (value < min || value > max) {
            throw new ConfigProblem(option + ": must be from " + min + " to " + max + ", not " + value);
        }
    }
}
