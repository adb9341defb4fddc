package io.botpit.server;

import io.botpit.game.GameId;
import io.botpit.persistence.Archive;
import io.botpit.persistence.journal.Journals;
import io.botpit.protocol.rest.GameBot;
import io.botpit.protocol.rest.NowList;
import io.botpit.server.feed.BotSheets;
import io.botpit.server.feed.Film;
import io.botpit.server.http.ArenaReads.Told;
import io.botpit.server.http.GameReads;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.OldGame;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.lobby.Retold;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** What the pages show of single games: of those that run from their feeds, of the others by playing them again. Any thread. */
final class Shows implements GameReads {
    /** Compressed films kept, in bytes: a hundred games of ten minutes, or a few long ones. */
    private static final long FILMS_BYTES_MAX = 64L << 20;

    /** What is kept of the bots of old games, in bytes: a dozen games of sixteen busy ones. */
    private static final long SHEETS_BYTES_MAX = 96L << 20;

    private static final int GAMES_NOW_MAX = 16;

    private final ArenaLobby lobby;
    private final Archive archive;
    private final Journals journals;
    private final Retold<Film> films;
    private final Retold<BotSheets> sheets;

    Shows(ArenaLobby lobby, Archive archive, Retold.Works works) {
        this.lobby = lobby;
        this.archive = archive;
        this.journals = works.journals();
        this.films = new Retold<>(works, new Retold.Making<>(OldGame::film, Film::size, FILMS_BYTES_MAX));
        this.sheets = new Retold<>(works, new Retold.Making<>(OldGame::sheets, BotSheets::bytes, SHEETS_BYTES_MAX));
    }

    @Override
    public Told<Film> replay(GameId game) {
        Optional<OpenGame> open = lobby.find(game);
        if (open.isPresent() && !open.get().isOver()) {
            return new Told.GoesOn<>();
        }
        return isPast(game) ? told(films.of(game), Optional::of) : new Told.Unknown<>();
    }

    @Override
    public Told<GameBot> bot(GameId game, String name) {
        Optional<OpenGame> open = lobby.find(game);
        if (open.isPresent()) {
            return open.get().feed().bot(name).map(sheet -> shown(sheet.join())).orElseGet(Told.Busy::new);
        }
        return isPast(game) ? told(sheets.of(game), old -> old.of(name)) : new Told.Unknown<>();
    }

    @Override
    public NowList now() {
        return new NowList(lobby.openGames().stream()
                .filter(game -> !game.isOver())
                .map(game -> game.feed().glance().at(game.loop().now()))
                .sorted(Comparator.comparingDouble(
                                (NowList.NowGame game) -> game.look().interest())
                        .reversed())
                .limit(GAMES_NOW_MAX)
                .toList());
    }

    /** Tables may be late: a game of this process is known without them. */
    private boolean isPast(GameId game) {
        return (lobby.find(game).isPresent() || archive.game(game).isPresent()) && journals.exists(game);
    }

    private static <T, R> Told<R> told(Retold.Told<T> told, Function<T, Optional<R>> part) {
        return switch (told) {
            case Retold.Told.Shown<T>(var value) -> shown(part.apply(value));
            case Retold.Told.Busy<T>() -> new Told.Busy<>();
            case Retold.Told.Lost<T>(var why) -> new Told.Lost<>(why);
        };
    }

    private static <R> Told<R> shown(Optional<R> body) {
        return body.<Told<R>>map(Told.Shown::new).orElseGet(Told.Unknown::new);
    }
}
