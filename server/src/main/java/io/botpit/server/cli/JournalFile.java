package io.botpit.server.cli;

import io.botpit.game.GameId;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A journal that stands on the command line.
 *
 * @param name without its ending; of a game's journal the game
 */
record JournalFile(Path folder, String name) {
    private static final String SUFFIX = ".journal";

    /** @param instead what any other file is, in words */
    static JournalFile of(Path file, String instead) {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        String name = String.valueOf(absolute.getFileName());
        if (folder == null || !Files.isRegularFile(absolute) || !name.endsWith(SUFFIX)) {
            throw new Failed(file + " is " + instead);
        }
        return new JournalFile(folder, name.substring(0, name.length() - SUFFIX.length()));
    }

    GameId game() {
        return Checks.gameId(folder.resolve(name + SUFFIX) + ": the file's name", name);
    }
}
