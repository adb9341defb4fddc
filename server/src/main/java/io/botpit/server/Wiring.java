package io.botpit.server;

import io.botpit.dialect.arena.ArenaDialect;
import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.port.EventStore;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.Database;
import io.botpit.persistence.Projector;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.Shelf;
import io.botpit.server.cli.Program;
import io.botpit.server.config.AdminSecret;
import io.botpit.server.config.GameSetup;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.feed.CopyRoom;
import io.botpit.server.feed.FeedLimits;
import io.botpit.server.feed.FeedWorks;
import io.botpit.server.feed.Feeds;
import io.botpit.server.http.ArenaHttp;
import io.botpit.server.http.Doors;
import io.botpit.server.http.Listening;
import io.botpit.server.http.LiveSockets;
import io.botpit.server.link.Outboxes;
import io.botpit.server.link.Places;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.GameWatch;
import io.botpit.server.lobby.GameWorks;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.lobby.Passwords;
import io.botpit.server.lobby.Retold;
import io.botpit.server.loop.Clocks;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.loop.LoopLimits;
import io.botpit.server.loop.Machinery;
import io.botpit.server.meter.Meters;
import io.botpit.server.session.SecretDoor;
import io.botpit.server.session.SessionLimits;
import io.botpit.server.session.SessionWorks;
import io.botpit.server.session.Sessions;
import io.botpit.server.tournament.Organiser;
import io.botpit.server.tournament.Pictures;
import io.botpit.server.tournament.TournamentDoor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: from here the whole server can be read, top to bottom. What it opens is closed in reverse. */
public final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    /** So long a request waits for an old game to be played again. */
    private static final Duration REPLAY_MAX = Duration.ofSeconds(10);

    private static final Duration PAST_GAMES_EVERY = Duration.ofMinutes(1);
    private static final Duration TOURNAMENTS_EVERY = Duration.ofSeconds(1);
    private static final Duration RATINGS_EVERY = Duration.ofSeconds(10);
    private static final Duration DISK_LOOK_EVERY = Duration.ofSeconds(1);

    private final ServerConfig config;
    private final Outside outside;
    private final Closing closing;
    private final StopSignal stop = new StopSignal();
    private final Meters meters = new Meters();
    private final long seed = new SecureRandom().nextLong();

    private Wiring(ServerConfig config, Outside outside, Closing closing) {
        this.config = config;
        this.outside = outside;
        this.closing = closing;
    }

    /**
     * The world a server runs in.
     *
     * @param disk opens the folder of the journals
     */
    public record Outside(Clocks clocks, Function<Path, Shelf> disk) {
        /** The machine's clock and disk. */
        public static Outside real() {
            return new Outside(Clocks.system(), Shelf::of);
        }
    }

    /**
     * Starts a server. Ports and folder are taken before anything is written.
     *
     * @throws IOException if the admin's secret cannot be read or written
     */
    public static Program.Server start(ServerConfig config, Outside outside) throws IOException {
        Closing closing = new Closing();
        boolean started = false;
        try {
            Program.Server server = new Wiring(config, outside, closing).start();
            started = true;
            return server;
        } finally {
            if (!started) {
                closing.close();
            }
        }
    }

    private Program.Server start() throws IOException {
        Listening listening = closing.add(Listening.open(config.network()));
        DataFolder folder = folder();
        Pools pools = closing.add(new Pools());
        Passwords passwords = new Passwords(pools.passwords());
        SecretDoor door = door(folder, passwords);
        Database database = closing.add(database(folder));
        Shelf shelf = outside.disk().apply(folder.journals());
        Projector projector = closing.add(new Projector(database, shelf));
        DiskWatch disk = watched(folder, pools);
        Places places = places();
        Feeds feeds = new Feeds(FeedLimits.STANDARD, places);
        ArenaDialect dialect = new ArenaDialect();
        GameWorks works = new GameWorks(
                new Journals(shelf),
                durability(),
                new Machinery(outside.clocks(), pools, pools.games(), stop, LoopLimits.STANDARD),
                new FeedWorks(dialect, outside.clocks(), pools, pools.feeds(), FeedLimits.STANDARD, new CopyRoom()),
                new Bookkeeping(projector, meters, database),
                disk);
        ArenaLobby lobby = lobby(shelf, works, feeds, pools);
        SessionWorks sessionWorks = new SessionWorks(
                dialect, lobby, door, passwords, outside.clocks(), pools, pools.sessions(), limits(), stop::request);
        Sessions sessions = new Sessions(sessionWorks, places, meters);
        meterQueues(lobby, projector, sessions.outboxes(), feeds.outboxes());
        Hall hall = hall(lobby, sessions, database);
        Retold.Works retold = new Retold.Works(works.journals(), lobby.accounts(), pools.replays(), REPLAY_MAX);
        Doors doors = new Doors(
                new LiveSockets(sessions, feeds),
                lobby,
                door,
                new Reads(lobby, database.archive(), retold, bots(database, lobby, sessions)),
                new Shows(lobby, database, retold, dialect),
                new TournamentDoor(hall.organiser(), new Pictures(lobby)),
                meters,
                () -> health(database, projector, disk),
                stop::request);
        ArenaHttp http = closing.add(ArenaHttp.start(listening, config, doors));
        startChores(pools, listening, lobby, hall);
        projector.start();
        return new ArenaServer(http, sessions, lobby, new ArenaServer.Ground(stop, closing));
    }

    private BotReads bots(Database database, ArenaLobby lobby, Sessions sessions) {
        RatingReads ratings = new RatingReads(database.rankLists(), outside.clocks());
        return new BotReads(database.careers(), ratings, lobby, sessions);
    }

    private ArenaLobby lobby(Shelf shelf, GameWorks works, Feeds feeds, Pools pools) {
        ArenaLobby lobby =
                closing.add(new ArenaLobby(LobbyJournal.open(shelf, durability()), works, feeds, pools.lobby()));
        GameSetup game = config.game();
        lobby.start(new NewGame(game.rules(seed), game.title(), true, game.scenario()));
        return lobby;
    }

    /** Where the house and the tournaments are. */
    private record Hall(HouseTable house, PlayerScouts scouts, Organiser organiser) {}

    private Hall hall(ArenaLobby lobby, Sessions sessions, Database database) {
        HouseTable house = closing.add(new HouseTable(lobby, sessions));
        PlayerScouts scouts = new PlayerScouts(sessions, database.rankLists(), outside.clocks());
        return new Hall(house, scouts, new Organiser(lobby, house, scouts, config.scenarios()));
    }

    private void startChores(Pools pools, Listening listening, ArenaLobby lobby, Hall hall) {
        pools.every("past-games", PAST_GAMES_EVERY, lobby::tidy);
        listening.watchCertificate((pause, look) -> pools.every("certificate", pause, look));
        seatHouse(hall.house());
        hall.scouts().refresh();
        hall.organiser().start();
        pools.every("tournaments", TOURNAMENTS_EVERY, hall.organiser()::look);
        pools.every("seeding", RATINGS_EVERY, hall.scouts()::refresh);
        closing.add(pools::endChores);
    }

    private DataFolder folder() {
        DataFolder folder = closing.add(DataFolder.lock(config.storage().dataFolder()));
        if (durability() == Durability.POWER) {
            folder.force();
        }
        return folder;
    }

    private SecretDoor door(DataFolder folder, Passwords passwords) throws IOException {
        AdminSecret secret = AdminSecret.openOrGenerate(config.admin(), folder.root());
        return new SecretDoor(secret.secret().text(), passwords, outside.clocks());
    }

    private Database database(DataFolder folder) {
        Database database = config.storage()
                .databaseUrl()
                .map(JdbcUrl::server)
                .map(Database::open)
                .orElseGet(() -> Database.open(folder));
        database.movedAside().ifPresent(bad -> LOG.warn("the tables could not be trusted: made anew, kept as {}", bad));
        return database;
    }

    private Places places() {
        return new Places(config.connections().max(), config.connections().perAddressMax());
    }

    private DiskWatch watched(DataFolder folder, Pools pools) {
        File root = folder.root().toFile();
        DiskWatch disk = new DiskWatch(
                () -> new DiskWatch.Space(root.getUsableSpace(), root.getTotalSpace()),
                config.storage().disk());
        disk.look();
        pools.every("disk", DISK_LOOK_EVERY, disk::look);
        meters.gauge(
                "botpit_disk_free_bytes",
                "Free space on the data folder's disk, in bytes; NaN: unknown",
                disk::freeBytes);
        return disk;
    }

    private void meterQueues(ArenaLobby lobby, Projector projector, Outboxes players, Outboxes readers) {
        meters.gauge(
                "botpit_inbox_waiting",
                "Commands and questions that wait for a game, in commands",
                () -> lobby.openGames().stream()
                        .mapToInt(game -> game.loop().waiting())
                        .sum());
        meters.gauge("botpit_projector_waiting", "Commands that wait for the tables, in commands", projector::waiting);
        meters.gauge(
                "botpit_projector_games_behind",
                "Games whose tables are being fetched from their journals, in games",
                projector::gamesBehind);
        meterReaders(players, readers);
    }

    private void meterReaders(Outboxes players, Outboxes readers) {
        meters.gauge(
                "botpit_outbox_waiting",
                "Frames that wait for all readers together, in frames",
                () -> players.waiting() + readers.waiting());
        meters.gauge(
                "botpit_outbox_waiting_longest",
                "Frames that wait for the reader with the most of them, in frames",
                () -> Math.max(players.waitingLongest(), readers.waitingLongest()));
        meters.count(
                "botpit_slow_consumers_cut",
                "Connections cut because they did not read fast enough, in connections",
                () -> players.slowCut() + readers.slowCut());
    }

    private Durability durability() {
        return switch (config.storage().durability()) {
            case PROCESS -> Durability.PROCESS;
            case POWER -> Durability.POWER;
        };
    }

    private SessionLimits limits() {
        return SessionLimits.STANDARD.withRates(
                SessionLimits.Rates.of(config.commandsPerSecond().orElse(0)));
    }

    private void seatHouse(HouseTable table) {
        table.follow();
        if (!config.houseBots().isEmpty()) {
            String roster = config.houseBots().stream()
                    .map(bots -> bots.strategy() + ":" + bots.count())
                    .collect(Collectors.joining(","));
            table.seat(roster, seed);
        }
    }

    private Map<String, String> health(Database database, Projector projector, DiskWatch disk) {
        Map<String, String> checks = new LinkedHashMap<>();
        checks.put("database", database.isReachable() ? "ok" : "does not answer");
        checks.put("tables", projector.problems().isEmpty() ? "ok" : "behind: " + projector.problems());
        checks.put("journal", stop.isBroken() ? "cannot be written" : "ok");
        checks.put("disk", disk.obstacle().orElse("ok"));
        checks.put("intake", stop.isRequested() ? "the server is going down" : "ok");
        return checks;
    }

    /** Copies what the journals have to the tables, and counts it. */
    private record Bookkeeping(Projector projector, Meters meters, Database database) implements GameWatch {
        @Override
        public CommitListener watch(GameId game) {
            return new CommitListener() {
                @Override
                public void committed(List<Committed> batch) {
                    batch.forEach(commit -> projector.offer(game, commit));
                    meters.committed(batch);
                }

                @Override
                public void late(long micros) {
                    meters.late(micros);
                }

                @Override
                public void broke(Throwable cause) {
                    meters.broke(cause);
                }
            };
        }

        @Override
        public EventStore journal(EventStore store) {
            return meters.timed(store);
        }

        /** As far as the tables are: those of a restored copy are empty at first. */
        @Override
        public boolean sawEnd(GameId game) {
            return database.archive()
                    .game(game)
                    .filter(row -> row.phase() == GamePhase.ENDED || row.phase() == GamePhase.VOID)
                    .isPresent();
        }

        @Override
        public Optional<GameId> heldUpBy() {
            return database.rankLists().waitsFor();
        }

        @Override
        public void recorded(long sequence, LobbyRecord entry) {
            projector.offer(sequence, entry);
        }
    }
}
