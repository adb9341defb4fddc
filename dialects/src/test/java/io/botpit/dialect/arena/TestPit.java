package io.botpit.dialect.arena;

import io.botpit.dialect.Channel;
import io.botpit.dialect.Correlation;
import io.botpit.dialect.Decoded;
import io.botpit.dialect.Denial;
import io.botpit.dialect.GameSummary;
import io.botpit.dialect.Notice;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Request;
import io.botpit.dialect.Viewer;
import io.botpit.game.Answer;
import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A real game behind the real dialect, without sockets, threads and clocks: time stands unless a test moves it. */
final class TestPit {
    static final String ADMIN_SECRET = "correct horse battery staple";

    private static final GameTime START = new GameTime(1_767_225_600_000_000L);
    private static final int DEPTH_LEVELS = 20;

    private final ArenaDialect dialect = new ArenaDialect();
    private final GameId game = new GameId("demo");
    private final GameController controller;
    private final Map<PlayerId, Account> accounts = new TreeMap<>();
    private final List<Client> clients = new ArrayList<>();
    private final List<String> feed = new ArrayList<>();
    private GameTime now = START;

    private record Account(String name, String token) {}

    TestPit(GameRules rules) {
        controller = new GameController(rules);
        commit(new Command.Tick());
    }

    Client connect() {
        Client client = new Client();
        clients.add(client);
        dialect.feed(new Notice.Connected("192.0.2.7:40000")).ifPresent(feed::add);
        return client;
    }

    /** Frames of the public feed since the last call. */
    List<String> feed() {
        return drained(feed);
    }

    void pass(long millis) {
        now = now.plusMillis(millis);
        commit(new Command.Tick());
    }

    void referee(RefereeAct act) {
        commit(new Command.RefereeCommand("test", act));
    }

    /** The token that registering this name gives. */
    static String token(String name) {
        return HexFormat.of().toHexDigits(name.hashCode()).repeat(8);
    }

    private Committed commit(Command command) {
        Stamped<Command> stamped = new Stamped<>(controller.sequence() + 1, now, command);
        Committed commit = new Committed(stamped, controller.apply(stamped));
        feed.addAll(dialect.feed(commit, viewer(null)));
        clients.forEach(client -> client.follow(commit));
        return commit;
    }

    private Viewer viewer(@Nullable PlayerId player) {
        return new Viewer(
                player,
                game,
                controller.rules(),
                id -> Optional.ofNullable(accounts.get(id)).map(Account::name).orElse("?"));
    }

    private Optional<PlayerId> player(String name) {
        return accounts.entrySet().stream()
                .filter(account -> account.getValue().name().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isTaken(String name) {
        return accounts.values().stream()
                .anyMatch(account -> Entry.fold(account.name()).equals(Entry.fold(name)));
    }

    private static List<String> drained(List<String> frames) {
        List<String> all = List.copyOf(frames);
        frames.clear();
        return all;
    }

    /** One connection; its replies and pushes in the order in which they would be sent. */
    final class Client {
        private final Map<Channel, Long> channels = new EnumMap<>(Channel.class);
        private final List<String> inbox = new ArrayList<>();
        private @Nullable PlayerId player;

        /** Sends one frame; all that came in since the last call, pushes of this very command after its reply. */
        List<String> send(String frame) {
            List<String> before = drained(inbox);
            Decoded decoded = dialect.decode(frame, viewer(player));
            Reply reply = switch (decoded) {
                case Decoded.Ok(var _, var request) -> reply(request);
                case Decoded.NeedsLogin _ -> new Reply.Denied(Denial.NOT_LOGGED_IN, "");
                case Decoded.Malformed(var _, var denial, var detail) -> new Reply.Denied(denial, detail);
            };
            List<String> all = new ArrayList<>(before);
            all.add(encode(decoded.correlation(), reply));
            all.addAll(drained(inbox));
            return all;
        }

        /** Frames that came in unasked since the last call. */
        List<String> received() {
            return drained(inbox);
        }

        private String encode(Correlation to, Reply reply) {
            return dialect.encode(to, reply, viewer(player));
        }

        private Reply reply(Request request) {
            return switch (request) {
                case Request.Hello() -> new Reply.Welcome(summary(), now);
                case Request.Register(var name, var _, var _) -> register(name);
                case Request.LoginByToken(var name, var token) -> login(name, token);
                case Request.LoginByPassword _ -> new Reply.Denied(Denial.WRONG_CREDENTIALS, "");
                case Request.Introduced(var who, var _) -> reply(who);
                case Request.RotateToken() -> new Reply.TokenRotated(token("rotated"));
                case Request.SetPassword _ -> new Reply.PasswordSet();
                case Request.Act(var intent) -> act(new Command.PlayerCommand(own(), intent));
                case Request.Ask(var query) -> new Reply.Answered(controller.answer(query));
                case Request.Admin(var verb, var secret) ->
                    secret == null
                            ? new Reply.Denied(Denial.ADMIN_SECRET_REQUIRED, "")
                            : !secret.equals(ADMIN_SECRET)
                                    ? new Reply.Denied(Denial.ADMIN_SECRET_WRONG, "")
                                    : admin(
                                            switch (verb) {
                                                case START -> new RefereeAct.Start();
                                                case PAUSE -> new RefereeAct.Pause();
                                                case SHUTDOWN -> new RefereeAct.End(EndCause.SHUTDOWN);
                                            });
                case Request.ListGames() -> new Reply.Games(List.of(summary()));
                case Request.Join(var wanted) ->
                    wanted.equals(game) ? new Reply.Joined(game) : new Reply.Denied(Denial.UNKNOWN_GAME, "");
                case Request.Subscribe(var wanted) ->
                    subscribe(wanted.stream().sorted().toList());
                case Request.Unsubscribe(var wanted) -> {
                    wanted.forEach(channels::remove);
                    yield new Reply.Unsubscribed();
                }
                case Request.Resume(var after, var wanted) ->
                    after == controller.sequence()
                            ? subscribe(wanted.stream().sorted().toList())
                            : new Reply.Denied(Denial.RESYNC, "");
                case Request.CancelOnDisconnect(var on) -> new Reply.CancelOnDisconnectSet(on);
                case Request.Ping() -> new Reply.Pong(now);
            };
        }

        private Reply register(String name) {
            if (isTaken(name)) {
                return new Reply.Denied(Denial.NAME_TAKEN, "");
            }
            if (!controller.rules().entry().admits(name)) {
                return new Reply.Denied(Denial.NOT_WHITELISTED, "");
            }
            int most = controller.rules().entry().playersMax();
            if (most > 0 && accounts.size() >= most) {
                return new Reply.Denied(Denial.PLAYERS_FULL, "");
            }
            PlayerId id = new PlayerId(accounts.size() + 1);
            accounts.put(id, new Account(name, token(name)));
            player = id;
            commit(new Command.RefereeCommand("server", new RefereeAct.Admit(id, name)));
            commit(new Command.RefereeCommand("server", new RefereeAct.Arrive(id)));
            return new Reply.Registered(token(name));
        }

        private Reply login(String name, String token) {
            PlayerId id = player(name).orElse(null);
            if (id == null) {
                return new Reply.Denied(Denial.UNKNOWN_NAME, "");
            }
            if (!token.equals(token(name))) {
                return new Reply.Denied(Denial.WRONG_CREDENTIALS, "");
            }
            player = id;
            dialect.feed(new Notice.LoggedIn(name)).ifPresent(feed::add);
            return new Reply.LoggedIn();
        }

        private Reply act(Command command) {
            Committed commit = commit(command);
            return new Reply.Acted(commit.command().sequence(), commit.events());
        }

        private Reply admin(RefereeAct act) {
            List<Event> events =
                    commit(new Command.RefereeCommand("admin", act)).events();
            return events.stream().anyMatch(Event.Overruled.class::isInstance)
                    ? new Reply.Acted(controller.sequence(), events)
                    : new Reply.AdminDone();
        }

        private Reply subscribe(List<Channel> wanted) {
            for (Channel channel : wanted) {
                channels.put(channel, controller.sequence());
                snapshots(channel);
            }
            return new Reply.Subscribed(controller.sequence());
        }

        private void snapshots(Channel channel) {
            switch (channel) {
                case BOOK ->
                    controller.rules().instruments().stream()
                            .map(Instrument::symbol)
                            .forEach(symbol -> snapshot(channel, new Query.Depth(symbol, DEPTH_LEVELS)));
                case TRADES -> {}
                case FILLS -> snapshot(channel, new Query.Fills(own()));
                case ORDERS -> snapshot(channel, new Query.OpenOrders(own()));
                case WALLET -> snapshot(channel, new Query.Balances(own()));
                case STANDINGS -> snapshot(channel, new Query.Standings());
                case GAME -> dialect.snapshot(controller.view(), viewer(player)).ifPresent(inbox::add);
            }
        }

        private void snapshot(Channel channel, Query query) {
            Answer state = controller.answer(query);
            dialect.snapshot(channel, controller.sequence(), state, viewer(player))
                    .ifPresent(inbox::add);
        }

        private void follow(Committed commit) {
            channels.replaceAll((channel, last) -> {
                List<String> frames = dialect.push(commit, channel, last, viewer(player));
                inbox.addAll(frames);
                return frames.isEmpty() ? last : Long.valueOf(commit.command().sequence());
            });
        }

        private PlayerId own() {
            if (player == null) {
                throw new AssertionError("the dialect let a guest through");
            }
            return player;
        }

        private GameSummary summary() {
            return new GameSummary(
                    game,
                    "Demo",
                    controller.phase(),
                    accounts.size(),
                    controller.view().clock(),
                    null,
                    true);
        }
    }
}
