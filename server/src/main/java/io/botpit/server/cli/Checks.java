package io.botpit.server.cli;

import io.botpit.game.GameId;
import io.botpit.server.config.ConfigProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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

    /** Where something is to be written once the work is done: it is seen beforehand that it can be. */
    static void target(String option, @Nullable Path file) {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new ConfigProblem(option + ": " + file + " is a folder: name a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw new ConfigProblem(option + ": there is no folder " + folder + ": make it first");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new ConfigProblem(option + ": " + file + " cannot be written: name another file");
        }
    }

    static void even(String option, int value) {
        if (value % 2 != 0) {
            throw new ConfigProblem(option + ": must be even, not " + value + ": each two games change the seats");
        }
    }
}
