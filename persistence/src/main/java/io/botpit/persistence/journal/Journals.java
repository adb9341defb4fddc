package io.botpit.persistence.journal;

import io.botpit.game.GameId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The journals of all games. Any thread may ask; one thread writes each journal. */
public final class Journals {
    private static final String SUFFIX = ".journal";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}\\.journal");

    private final Shelf shelf;

    public Journals(Shelf shelf) {
        this.shelf = shelf;
    }

    public Journals(Path folder) {
        this(Shelf.of(folder));
    }

    /** All games that have a journal, by id. */
    public List<GameId> list() {
        try {
            return shelf.names().stream()
                    .filter(name -> NAME.matcher(name).matches() && !name.equals(LobbyJournal.FILE_NAME))
                    .map(name -> new GameId(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean exists(GameId game) {
        return file(game).exists();
    }

    /** Begins a journal; {@link IllegalStateException} if the game has one. */
    public GameJournal create(JournalHead head, Durability durability) {
        return new GameJournal(file(head.game()).create(head::write, durability));
    }

    /** Reads a journal from the start; {@link UncheckedIOException} if there is none. */
    public JournalReader read(GameId game) {
        try {
            return JournalReader.open(file(game), game);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on writing where a complete reading found the end; what is torn behind it is cut off now. */
    public GameJournal append(GameId game, JournalEnd end, Durability durability) {
        return new GameJournal(file(game).append(end, durability));
    }

    private JournalFile file(GameId game) {
        if (LobbyJournal.FILE_NAME.equals(game.text() + SUFFIX)) {
            throw new IllegalArgumentException("no game can be called " + game);
        }
        return new JournalFile(shelf, game.text() + SUFFIX, Layout.Kind.GAME);
    }
}
