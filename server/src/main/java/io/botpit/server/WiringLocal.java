package io.botpit.server;

import io.botpit.dialect.arena.ArenaDialect;
import io.botpit.game.Committed;
import io.botpit.game.GameTime;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Schedule;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.Shelf;
import io.botpit.server.config.ConfigProblem;
import io.botpit.server.config.GameSetup;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.feed.CopyRoom;
import io.botpit.server.feed.FeedLimits;
import io.botpit.server.feed.FeedWorks;
import io.botpit.server.feed.Feeds;
import io.botpit.server.http.BotPort;
import io.botpit.server.link.Places;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.GameWorks;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.lobby.Passwords;
import io.botpit.server.local.LocalArena;
import io.botpit.server.local.VirtualTime;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.loop.LoopLimits;
import io.botpit.server.loop.Machinery;
import io.botpit.server.session.AdminDoor;
import io.botpit.server.session.SessionLimits;
import io.botpit.server.session.SessionWorks;
import io.botpit.server.session.Sessions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A server for one game in virtual time: the same parts as in {@link Wiring}, but for pages, threads and tables. */
final class WiringLocal {
    /** When local games are played, so that they are all alike: with the year 2000, UTC. */
    private static final GameTime BEGINNING = new GameTime(946_684_800_000_000L);

    private final VirtualTime time = new VirtualTime(BEGINNING);
    private final ArenaDialect dialect = new ArenaDialect();
    private final Places places;
    private final ServerConfig config;

    private WiringLocal(ServerConfig config) {
        this.config = config;
        this.places =
                new Places(config.connections().max(), config.connections().perAddressMax());
    }

    /**
     * A game that waits for its players.
     *
     * @param seed of the game; none is drawn
     * @param witness hears of every command and what came of it
     */
    static LocalArena arena(ServerConfig config, long seed, Consumer<Committed> witness) {
        DataFolder folder = DataFolder.lock(config.storage().dataFolder());
        try {
            return new WiringLocal(config).arena(folder, game(config.game(), seed), witness);
        } catch (RuntimeException fault) {
            folder.close();
            throw fault;
        }
    }

    /** It counts for no rating, waits until all have their seats, and keeps its seed. */
    private static NewGame game(GameSetup setup, long seed) {
        GameRules rules = setup.rules(seed);
        Entry entry = new Entry(rules.entry().whitelist(), rules.entry().playersMax());
        Schedule schedule = rules.schedule();
        return new NewGame(
                rules.with(entry, new Schedule(true, schedule.timeLimitMillis(), schedule.closing())),
                setup.title(),
                true,
                setup.scenario());
    }

    private LocalArena arena(DataFolder folder, NewGame game, Consumer<Committed> witness) {
        Shelf shelf = Shelf.of(folder.journals());
        Journals journals = new Journals(shelf);
        LobbyJournal.Opened books = LobbyJournal.open(shelf, Durability.PROCESS);
        if (!journals.list().isEmpty() || !books.records().isEmpty()) {
            throw new ConfigProblem(
                    "--data: " + folder.root() + " has games in it: name a folder that is empty or new");
        }
        GameWorks works = new GameWorks(
                journals,
                Durability.PROCESS,
                new Machinery(time, time, time, WiringLocal::broke, LoopLimits.STANDARD),
                new FeedWorks(dialect, time, time, time, FeedLimits.STANDARD, new CopyRoom()),
                _ -> new Watch(witness),
                Optional::empty);
        ArenaLobby lobby = new ArenaLobby(books, works, new Feeds(FeedLimits.STANDARD, places), time);
        lobby.start(game);
        LocalArena.Works parts = new LocalArena.Works(
                time, lobby, sessions(lobby), (sockets, silence) -> BotPort.open(config, sockets, silence));
        return new LocalArena(parts, () -> {
            books.journal().close();
            folder.close();
        });
    }

    private Sessions sessions(ArenaLobby lobby) {
        SessionLimits limits = SessionLimits.STANDARD.withRates(
                SessionLimits.Rates.of(config.commandsPerSecond().orElse(0)));
        SessionWorks works = new SessionWorks(
                dialect,
                lobby,
                (_, _) -> CompletableFuture.completedFuture(new AdminDoor.Wrong()),
                new Passwords(time),
                time,
                time,
                time,
                limits,
                () -> {});
        return new Sessions(works, places, _ -> {});
    }

    /** Nobody reads the log of such a game: what breaks it is thrown at whoever plays it. */
    private static void broke(String what, Throwable cause) {
        throw new IllegalStateException(what + ": " + cause.getMessage(), cause);
    }

    private record Watch(Consumer<Committed> witness) implements CommitListener {
        @Override
        public void committed(List<Committed> batch) {
            batch.forEach(witness);
        }

        @Override
        public void broke(Throwable cause) {
            WiringLocal.broke("the game broke", cause);
        }
    }
}
