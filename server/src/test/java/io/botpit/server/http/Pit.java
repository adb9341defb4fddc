package io.botpit.server.http;

import io.botpit.dialect.GameSummary;
import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.Standing;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Amount;
import io.botpit.game.rating.Pool;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.protocol.rest.BotList;
import io.botpit.protocol.rest.BotNow;
import io.botpit.protocol.rest.BotRow;
import io.botpit.protocol.rest.GameDetail;
import io.botpit.protocol.rest.GameList;
import io.botpit.protocol.rest.GameRow;
import io.botpit.protocol.rest.LeaderboardPage;
import io.botpit.protocol.rest.LogPage;
import io.botpit.protocol.rest.RatingHistory;
import io.botpit.protocol.rest.StandingRow;
import io.botpit.protocol.rest.StandingsTable;
import io.botpit.protocol.rest.TradePage;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.config.Setting;
import io.botpit.server.link.Link;
import io.botpit.server.lobby.Account;
import io.botpit.server.lobby.AdminAct;
import io.botpit.server.lobby.Lobby;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.loop.Outcome;
import io.botpit.server.meter.Meters;
import io.botpit.server.session.AdminDoor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The real HTTP room with hand-made stand-ins behind it: sockets answer everything with one frame. */
final class Pit implements AutoCloseable {
    static final String SECRET = "an-admin-secret";
    static final GameId GAME = new GameId("g1");

    final List<String> acts = new CopyOnWriteArrayList<>();
    final List<String> knocks = new CopyOnWriteArrayList<>();
    final List<String> feeds = new CopyOnWriteArrayList<>();
    final List<Link> links = new CopyOnWriteArrayList<>();
    final List<Long> roundTrips = new CopyOnWriteArrayList<>();
    final List<ArenaReads.Search> searches = new CopyOnWriteArrayList<>();
    final CountDownLatch shutdown = new CountDownLatch(1);
    final Map<String, String> health = new ConcurrentHashMap<>(Map.of("database", "ok"));
    final Listening listening;
    final ArenaHttp http;
    final HttpClient client = HttpClient.newHttpClient();

    private Pit(ServerConfig config, Liveness.Pace pace) {
        listening = Listening.open(config.network());
        http = ArenaHttp.start(listening, config, doors(), pace);
    }

    static Pit open() {
        return open(Map.of());
    }

    static Pit open(Map<Setting, String> more) {
        return open(more, Liveness.Pace.STANDARD);
    }

    static Pit open(Map<Setting, String> more, Liveness.Pace pace) {
        Map<Setting, String> given = new EnumMap<>(Map.of(Setting.PORT, "0", Setting.FEED_PORT, "0"));
        given.putAll(more);
        return new Pit(ServerConfig.read(given, Map.of(), Optional.empty()), pace);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + http.httpPort() + path);
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = at(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String secret, String json) throws IOException, InterruptedException {
        return client.send(
                at(path).headers("Authorization", "Bearer " + secret, "Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    Doors doors() {
        return new Doors(
                new Answering(),
                new OneGame(),
                this::knock,
                new Fixed(),
                new NoGames(),
                NoTournaments.DOOR,
                new Meters(),
                () -> health,
                shutdown::countDown);
    }

    private CompletableFuture<AdminDoor.Entry> knock(String secret, String address) {
        knocks.add(address);
        return CompletableFuture.completedFuture(
                switch (secret) {
                    case SECRET -> new AdminDoor.Granted();
                    case "once too often" -> new AdminDoor.Limited(1_500);
                    default -> new AdminDoor.Wrong();
                });
    }

    @Override
    public void close() {
        http.close();
        client.shutdownNow();
    }

    private final class Answering implements Sockets {
        @Override
        public Peer arena(Link link) {
            links.add(link);
            return new Peer() {
                @Override
                public void text(String frame) {
                    link.send("{\"status\":true}", _ -> {});
                }

                @Override
                public void binary() {
                    link.close(1003, "text only");
                }

                @Override
                public void roundTrip(long micros) {
                    roundTrips.add(micros);
                }

                @Override
                public void closed() {
                    links.remove(link);
                }
            };
        }

        @Override
        public Peer feed(@Nullable String game, boolean spectator, Link link) {
            feeds.add(game + " " + spectator);
            return arena(link);
        }
    }

    private final class OneGame implements Lobby {
        @Override
        public List<GameSummary> games() {
            return List.of(new GameSummary(GAME, "one", GamePhase.RUNNING, 1, clock(), null, true));
        }

        @Override
        public Optional<GameSummary> summary(GameId game) {
            return game.equals(GAME) ? Optional.of(games().getFirst()) : Optional.empty();
        }

        @Override
        public Optional<GameView> view(GameId game) {
            Standing ann = new Standing(1, new PlayerId(7), "ann", List.of(), Amount.ZERO, Amount.ZERO);
            GameView view = new GameView(
                    Presets.named("classic", 1),
                    3,
                    GameTime.EPOCH,
                    GamePhase.RUNNING,
                    GameMode.FULL,
                    clock(),
                    List.of(),
                    List.of(ann),
                    Map.of());
            return game.equals(GAME) ? Optional.of(view) : Optional.empty();
        }

        private GameView.Clock clock() {
            return new GameView.Clock(null, null, null);
        }

        @Override
        public GameId defaultGame() {
            return GAME;
        }

        @Override
        public String nameOf(PlayerId player) {
            return "ann";
        }

        @Override
        public List<Account> accounts(long after, int limit) {
            PlayerId ann = new PlayerId(7);
            Account bot = new Account(new PlayerId(8), "ann-2", ann, false, "0".repeat(64), null, null);
            return after < 8 ? List.of(bot) : List.of();
        }

        @Override
        public boolean isHouse(PlayerId player) {
            return false;
        }

        @Override
        public CompletableFuture<Optional<GameId>> open(String by, NewGame wanted) {
            if (wanted.title().equals("one too many")) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            Schedule schedule = wanted.rules().schedule();
            acts.add(by + ": open " + wanted.title() + " " + schedule.timeLimitMillis()
                    + (schedule.startPaused() ? " paused " : " ")
                    + wanted.rules().entry() + (wanted.asDefault() ? " default" : ""));
            return CompletableFuture.completedFuture(Optional.of(GAME));
        }

        @Override
        public CompletableFuture<Void> announce(String by, String text) {
            return noted(by + ": announce " + text);
        }

        @Override
        public Optional<CompletableFuture<Void>> revoke(String by, String name) {
            return name.equals("ann") ? Optional.of(noted(by + ": revoke ann")) : Optional.empty();
        }

        @Override
        public Optional<CompletableFuture<Void>> kick(String by, String name) {
            return name.equals("ann") ? Optional.of(noted(by + ": kick ann")) : Optional.empty();
        }

        @Override
        public CompletableFuture<List<AdminAct>> acts(long before, int limit) {
            return CompletableFuture.completedFuture(
                    before == 7
                            ? List.of()
                            : List.of(
                                    new AdminAct(9, "admin ::1", "pause", GAME, GameTime.EPOCH.plusMillis(3)),
                                    new AdminAct(8, "admin ::1", "announce: a, b", null, GameTime.EPOCH)));
        }

        @Override
        public CompletableFuture<Void> recordShutdown(String by) {
            return noted(by + ": shutdown");
        }

        private CompletableFuture<Void> noted(String act) {
            acts.add(act);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Optional<CompletableFuture<Outcome<Committed>>> act(GameId game, String by, RefereeAct act) {
            if (!game.equals(GAME)) {
                return Optional.empty();
            }
            acts.add(by + ": " + act);
            List<Event> events = new ArrayList<>();
            if (act instanceof RefereeAct.Resume) {
                events.add(new Event.Overruled(Reason.WRONG_PHASE, "the game is not paused"));
            }
            Stamped<Command> command = new Stamped<>(42, GameTime.EPOCH, new Command.RefereeCommand(by, act));
            return Optional.of(CompletableFuture.completedFuture(new Outcome.Done<>(new Committed(command, events))));
        }
    }

    /** The same answers to everybody. */
    private final class Fixed implements ArenaReads {
        private static final StandingRow ANN = new StandingRow(1, "ann", false, "1.00", "-0.50", Map.of("USD", "1.00"));

        @Override
        public GameList games(Search search, Part part) {
            searches.add(search);
            return new GameList(List.of(new GameRow(
                    "g1",
                    "=one, two",
                    "classic",
                    "running",
                    1,
                    new GameRow.Times(5L, null, null),
                    true,
                    "ann",
                    "-0.50")));
        }

        @Override
        public Told<GameDetail> game(GameId game) {
            return game.text().equals("lost") ? new Told.Lost<>("its journal is damaged") : new Told.Unknown<>();
        }

        @Override
        public Optional<StandingsTable> standings(GameId game) {
            return game.equals(GAME)
                    ? Optional.of(new StandingsTable("g1", "running", 3, false, List.of(ANN)))
                    : Optional.empty();
        }

        @Override
        public Optional<TradePage> trades(GameId game, Part part) {
            return Optional.of(new TradePage("g1", List.of(), part.after() + part.limit()));
        }

        @Override
        public Told<LogPage> log(GameId game, Part part) {
            return switch (game.text()) {
                case "busy" -> new Told.Busy<>();
                case "lost" -> new Told.Lost<>("another engine played it");
                case "none" -> new Told.Unknown<>();
                default -> throw new IllegalStateException("the log is broken");
            };
        }

        @Override
        public LeaderboardPage leaderboard(Optional<Pool> pool, Part part) {
            return new LeaderboardPage(pool.map(Pool::code).orElse(null), List.of(), null, List.of());
        }

        @Override
        public Optional<RatingHistory> ratings(String name, Pool pool, Part part) {
            return Optional.empty();
        }

        @Override
        public BotList bots(String part, Part of) {
            return new BotList(
                    List.of(new BotList.BotItem(part, false, of.limit(), 0, new BotNow(true, null), List.of())));
        }

        @Override
        public Optional<BotRow> bot(String name) {
            return Optional.empty();
        }
    }
}
