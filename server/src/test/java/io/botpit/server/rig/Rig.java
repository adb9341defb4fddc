package io.botpit.server.rig;

import io.botpit.dialect.arena.ArenaDialect;
import io.botpit.game.ClientOrderId;
import io.botpit.game.GameId;
import io.botpit.game.Intent;
import io.botpit.game.OrderKind;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.TradingRules;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.server.feed.CopyRoom;
import io.botpit.server.feed.FeedLimits;
import io.botpit.server.feed.FeedWorks;
import io.botpit.server.feed.Feeds;
import io.botpit.server.link.Places;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.GameWatch;
import io.botpit.server.lobby.GameWorks;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.lobby.Passwords;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.loop.LoopLimits;
import io.botpit.server.loop.Machinery;
import io.botpit.server.session.AdminDoor;
import io.botpit.server.session.SecretDoor;
import io.botpit.server.session.SessionLimits;
import io.botpit.server.session.SessionWorks;
import io.botpit.server.session.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Lobby, games, sessions and feeds on real journals, turned by hand. */
public final class Rig implements AutoCloseable {
    public static final String SECRET = "0123456789abcdef".repeat(4);

    private final Hand hand = new Hand();
    private final List<String> fatal = new ArrayList<>();
    private final Feeds feeds;
    private final LobbyJournal lobbyJournal;
    private final ArenaLobby lobby;
    private final Sessions sessions;
    private int shutdowns;
    private volatile boolean gamesWait;
    private boolean doorJammed;
    private boolean tablesKnowEnds;
    private @Nullable GameId heldUpBy;
    private Optional<String> obstacle = Optional.empty();

    public Rig(Path folder, GameRules rules, SessionLimits limits) {
        this(folder, rules, limits, new Places(10_000, 200));
    }

    public Rig(Path folder, GameRules rules, SessionLimits limits, Places places) {
        ArenaDialect dialect = new ArenaDialect();
        this.feeds = new Feeds(FeedLimits.STANDARD, places);
        GameWorks works = new GameWorks(
                new Journals(folder),
                Durability.PROCESS,
                new Machinery(hand, hand, this::runGame, (what, cause) -> fatal.add(what), LoopLimits.STANDARD),
                new FeedWorks(dialect, hand, hand, hand, FeedLimits.STANDARD, new CopyRoom()),
                new Watch(),
                () -> obstacle);
        LobbyJournal.Opened opened = LobbyJournal.open(folder, Durability.PROCESS);
        this.lobbyJournal = opened.journal();
        this.lobby = new ArenaLobby(opened, works, feeds, hand);
        lobby.start(new NewGame(rules, "Test game", true));
        Passwords passwords = new Passwords(Runnable::run);
        SessionWorks sessionWorks = new SessionWorks(
                dialect,
                lobby,
                jammable(new SecretDoor(SECRET, passwords, hand)),
                passwords,
                hand,
                hand,
                hand,
                limits,
                () -> shutdowns++);
        this.sessions = new Sessions(sessionWorks, places, _ -> {});
        hand.settle();
    }

    /** The classic rules, with a whitelist, a time limit in milliseconds, both or none. */
    public static GameRules rules(Entry entry, Schedule schedule) {
        return Presets.named(Presets.CLASSIC, 1).with(entry, schedule);
    }

    /** A rated game: its book is anonymous, and its seed a secret. */
    public static GameRules ratedRules() {
        return Presets.named(Presets.OPEN_MARKET, 1).with(new Entry(List.of(), 0, true), new Schedule(false, 60_000));
    }

    /** The same game in fair mode. */
    public static GameRules inBatches(GameRules rules, int batchMillis) {
        TradingRules trading = rules.trading();
        return new GameRules(
                rules.preset(),
                rules.behaviorVersion(),
                rules.seed(),
                rules.instruments(),
                rules.grants(),
                rules.entry(),
                rules.schedule(),
                new TradingRules(
                        trading.quotesBehindMark(),
                        trading.namedBook(),
                        trading.readsWhilePaused(),
                        trading.markRule(),
                        trading.collarPermille(),
                        trading.makerFeePpm(),
                        trading.takerFeePpm(),
                        batchMillis),
                rules.limits());
    }

    /** One coin at 900 USD, until cancelled. */
    public static Intent.PlaceOrder limitBuy(ClientOrderId clientId) {
        return new Intent.PlaceOrder(
                plainRules().firstInstrument().symbol(),
                Side.BUY,
                new OrderKind.Limit(new Price(90_000), new Quantity(100_000_000), TimeInForce.GOOD_TILL_CANCELLED),
                SelfTradePrevention.CANCEL_TAKER,
                clientId);
    }

    public static GameRules plainRules() {
        return rules(Entry.OPEN, new Schedule(false, 0));
    }

    /** Without rate limits; everything else as it ships. */
    public static SessionLimits unhurried() {
        return SessionLimits.STANDARD.withRates(SessionLimits.Rates.of(0));
    }

    public Client connect() {
        return connect("10.0.0.1");
    }

    public Client connect(String address) {
        FakeLink link = new FakeLink(address);
        return new Client(this, link, sessions.open(link));
    }

    /** A new player on a new connection. */
    public Client player(String name) {
        Client client = connect();
        client.register(name);
        return client;
    }

    /** From now on nothing new is taken. */
    public void shut(String why) {
        obstacle = Optional.of(why);
    }

    public void open() {
        obstacle = Optional.empty();
    }

    public Hand hand() {
        return hand;
    }

    public ArenaLobby lobby() {
        return lobby;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Feeds feeds() {
        return feeds;
    }

    /** From now on no game gets a thread. */
    public void keepGamesWaiting() {
        gamesWait = true;
    }

    private void runGame(Runnable turn) {
        if (!gamesWait) {
            hand.execute(turn);
        }
    }

    /** From now on the lobby's journal takes nothing, as if its disk were gone. */
    public void breakLobbyJournal() {
        lobbyJournal.close();
    }

    /** From now on the tables have whatever ended. */
    public void letTheTablesKnowEnds() {
        tablesKnowEnds = true;
    }

    /** From now on results that are in the tables wait for this game. */
    public void holdResultsUp(GameId game) {
        heldUpBy = game;
    }

    private final class Watch implements GameWatch {
        @Override
        public CommitListener watch(GameId game) {
            return batch -> {};
        }

        @Override
        public boolean sawEnd(GameId game) {
            return tablesKnowEnds;
        }

        @Override
        public Optional<GameId> heldUpBy() {
            return Optional.ofNullable(heldUpBy);
        }
    }

    /** From now on nobody can say whether the admin's secret is right. */
    public void jamTheAdminDoor() {
        doorJammed = true;
    }

    private AdminDoor jammable(AdminDoor door) {
        return (secret, address) -> doorJammed
                ? CompletableFuture.failedFuture(new IllegalStateException("jammed"))
                : door.knock(secret, address);
    }

    public List<String> fatal() {
        return fatal;
    }

    public int shutdowns() {
        return shutdowns;
    }

    /** As the process would leave it, were it killed now: journals as they are, no last words. */
    @Override
    public void close() {
        Thread closing = Thread.ofPlatform().start(lobby::close);
        while (closing.isAlive()) {
            hand.settle();
            Thread.onSpinWait();
        }
    }
}
