package io.botpit.server.lobby;

import io.botpit.dialect.Denial;
import io.botpit.dialect.GameSummary;
import io.botpit.game.Command.RefereeCommand;
import io.botpit.game.Committed;
import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.control.GameView;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.server.feed.Feeds;
import io.botpit.server.loop.GameLoop;
import io.botpit.server.loop.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lobby of a server: its accounts and its games. What changes something goes through one queue and is written to
 * the lobby's journal first; reads are for any thread. Callbacks come on the lobby's or a game's thread and must hand
 * over at once.
 */
public final class ArenaLobby implements Lobby, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArenaLobby.class);
    /** Why the sessions of a player are closed whose token is void. */
    public static final String TOKEN_REVOKED = "token_revoked";

    private static final String KICKED = "kicked";
    private static final long HALT_SECONDS_MAX = 2;
    private static final long CLOSE_SECONDS_MAX = 3;

    private final Turns turns;
    private final Accounts accounts = new Accounts();
    private final LobbyBooks books;
    private final Gamekeeper games;
    private final Vetting vetting;
    private final TournamentBooks tournaments;
    private final Assignments assignments = new Assignments();
    private final Tokens tokens = new Tokens();
    private final List<BiConsumer<PlayerId, String>> evictions = new CopyOnWriteArrayList<>();
    private volatile boolean draining;

    /** Takes over the accounts of a journal; games come with {@link #start}. */
    public ArenaLobby(LobbyJournal.Opened opened, GameWorks works, Feeds feeds, Executor pool) {
        this.turns = new Turns(pool);
        this.books = new LobbyBooks(opened, accounts, works);
        this.vetting = new Vetting(works.intake(), accounts);
        this.games = new Gamekeeper(books, new GameRoom(works, accounts, books::isBout), feeds, turns);
        this.tournaments = new TournamentBooks(books, games, turns, () -> draining);
    }

    /**
     * Goes on with the games of an earlier process, and opens a default game unless one of them is it. Called once,
     * before anybody else is there; takes as long as the replay.
     */
    public void start(NewGame firstDefault) {
        games.reopenAll();
        if (games.currentDefault().isEmpty()) {
            games.open(firstDefault);
        }
    }

    /** Whether new orders and accounts are taken. */
    public Intake intake() {
        return vetting.intake();
    }

    public Accounts accounts() {
        return accounts;
    }

    /** For whoever runs tournaments. */
    public TournamentBooks tournaments() {
        return tournaments;
    }

    /** Who is sent where. */
    public Assignments assignments() {
        return assignments;
    }

    /** The game for somebody who chooses none: where he is sent, else the default game. */
    public OpenGame gameFor(@Nullable Account account) {
        return account == null ? currentGame() : assignments.of(account.id()).orElseGet(this::currentGame);
    }

    /** Is told of every new game, on the lobby's thread. */
    public void onOpened(Consumer<OpenGame> follower) {
        games.onOpened(follower);
    }

    /** Is told of every player whose sessions must end, and why, on the lobby's thread. */
    public void onEvicted(BiConsumer<PlayerId, String> eviction) {
        evictions.add(eviction);
    }

    @Override
    public List<GameSummary> games() {
        OpenGame now = currentGame();
        return games.all().stream().map(game -> game.summary(game == now)).toList();
    }

    @Override
    public Optional<GameSummary> summary(GameId game) {
        OpenGame now = currentGame();
        return games.find(game).map(found -> found.summary(found == now));
    }

    @Override
    public Optional<GameView> view(GameId game) {
        return games.find(game).map(OpenGame::view);
    }

    @Override
    public GameId defaultGame() {
        return currentGame().id();
    }

    /** The default game; maybe an ended one. */
    public OpenGame currentGame() {
        return games.currentDefault().orElseThrow(() -> new IllegalStateException("the lobby was not started"));
    }

    /** The games of this process, running and lately ended, oldest first. */
    public List<OpenGame> openGames() {
        return games.all();
    }

    public Optional<OpenGame> find(GameId game) {
        return games.find(game);
    }

    @Override
    public String nameOf(PlayerId player) {
        return accounts.of(player);
    }

    @Override
    public List<Account> accounts(long after, int limit) {
        return accounts.behind(after, limit);
    }

    @Override
    public boolean isHouse(PlayerId player) {
        return accounts.isHouse(player);
    }

    @Override
    public CompletableFuture<Optional<GameId>> open(String by, NewGame wanted) {
        return turns.get(() -> {
            if (games.running().size() >= GAMES_OPEN_MAX) {
                return Optional.empty();
            }
            books.adminActed(by, Audit.open(wanted), books.nextGame());
            if (draining) {
                throw new IllegalStateException("the server is going down");
            }
            return Optional.of(games.open(wanted).id());
        });
    }

    /**
     * Makes rated games void that were never started, and lets games go that have been over for ten minutes and are in
     * the tables: from then on they are games of the past, as after a restart. Whoever is in one stays in it. Waits for
     * the tables, so it is not for the lobby's own thread.
     */
    public void tidy() {
        if (!draining) {
            games.annulForgotten();
            games.ended().forEach(game -> turns.execute(() -> games.release(game)));
        }
    }

    @Override
    public Optional<CompletableFuture<Outcome<Committed>>> act(GameId game, String by, RefereeAct act) {
        return games.find(game)
                .map(found -> turns.onRecord(
                        () -> books.adminActed(by, Audit.words(act, accounts), game),
                        done -> found.loop().owe(new RefereeCommand(by, act), done::complete)));
    }

    @Override
    public CompletableFuture<Void> announce(String by, String text) {
        RefereeAct act = new RefereeAct.Announce(text);
        return turns.onRecord(() -> books.adminActed(by, Audit.words(act, accounts), null), done -> {
            var _ = games.tellRunning(by, act).thenRun(() -> done.complete(null));
        });
    }

    @Override
    public Optional<CompletableFuture<Void>> revoke(String by, String name) {
        return accounts.named(name)
                .map(account -> turns.onRecord(() -> books.adminActed(by, Audit.revoke(account), null), done -> {
                    books.changeToken(account.id(), Tokens.hash(tokens.create()));
                    // Before the next task of this queue, which may be a wish of one of those sessions.
                    evict(account, TOKEN_REVOKED, done);
                }));
    }

    @Override
    public Optional<CompletableFuture<Void>> kick(String by, String name) {
        return accounts.named(name)
                .map(account -> turns.onRecord(
                        () -> books.adminActed(by, Audit.kick(account), null), done -> evict(account, KICKED, done)));
    }

    private void evict(Account account, String why, CompletableFuture<Void> done) {
        evictions.forEach(eviction -> eviction.accept(account.id(), why));
        done.complete(null);
    }

    @Override
    public CompletableFuture<List<AdminAct>> acts(long before, int limit) {
        return turns.get(() -> books.acts(before, limit));
    }

    @Override
    public CompletableFuture<Void> recordShutdown(String by) {
        return turns.onRecord(() -> books.adminActed(by, Audit.SHUTDOWN, null), done -> done.complete(null));
    }

    /** Opens an account and lets it into a game that still runs. */
    public void register(Registration wanted, Consumer<Registered> then) {
        if (!turns.offer(() -> registerNow(wanted, then))) {
            then.accept(new Refused(Denial.BUSY, "too many registrations wait; try again in a second"));
        }
    }

    /** A name of the house's and the new token that opens it. */
    public record HouseAccount(String name, String token) {
        @Override
        public String toString() {
            return "HouseAccount[" + name + "]";
        }
    }

    /**
     * The account of one of the house's own players, made if there is none, with a new token. Where a user has the name,
     * the house takes one that no user can have.
     */
    public CompletableFuture<HouseAccount> house(String wanted) {
        return turns.get(() -> {
            String name = wanted;
            // A user of an earlier version may even have the name of the house's: it stays theirs.
            for (int number = 1;
                    accounts.named(name).filter(known -> !known.house()).isPresent();
                    number++) {
                name = PlayerNames.ofHouse(number == 1 ? wanted : wanted + "-" + number);
            }
            String token = tokens.create();
            Optional<Account> known = accounts.named(name);
            if (known.isEmpty()) {
                books.openHouseAccount(name, Tokens.hash(token));
            } else {
                books.changeToken(known.get().id(), Tokens.hash(token));
            }
            return new HouseAccount(name, token);
        });
    }

    /**
     * Lets a player into a game, if it takes him and still runs. Tells at once, on this thread, where he is in already.
     *
     * @param then empty once he is in, else why he is not
     */
    public void enter(Account account, OpenGame game, Consumer<Optional<Refused>> then) {
        if (game.admitted(account.id())) {
            then.accept(Optional.empty());
        } else if (game.isOver() || !turns.offer(() -> admit(account, game, then))) {
            then.accept(Optional.of(OpenGame.TAKES_NOBODY));
        }
    }

    /** Makes a new token; the old one is worth nothing any more. */
    public CompletableFuture<String> rotateToken(PlayerId player) {
        return turns.get(() -> {
            String token = tokens.create();
            books.changeToken(player, Tokens.hash(token));
            return token;
        });
    }

    /** Notes what version a bot says it is, unless it said so last. Empty: it may be that one now. */
    public CompletableFuture<Optional<Refused>> announce(PlayerId player, String version) {
        return turns.get(() -> books.announce(player, version));
    }

    public CompletableFuture<Void> changePassword(PlayerId player, String passwordHash) {
        return turns.run(() -> books.changePassword(player, passwordHash));
    }

    /**
     * Says why to all games that run, and ends them; complete when their last words are in the journal. No game opens
     * any more.
     */
    public CompletableFuture<Void> endAll(EndCause cause, String why) {
        draining = true;
        return CompletableFuture.allOf(
                games.tellRunning(GameLoop.SERVER, new RefereeAct.Announce(why)),
                games.tellRunning(GameLoop.SERVER, new RefereeAct.End(cause)));
    }

    /**
     * Closes the journals after all that waits; games that still run go on with the next process. Waits 3 s at most;
     * {@link IllegalStateException} names what did not finish by then.
     */
    @Override
    public void close() {
        CompletableFuture<Map<GameId, CompletableFuture<Void>>> halting = turns.get(games::halt);
        CompletableFuture<Void> closed = halting.thenCompose(
                        all -> CompletableFuture.allOf(all.values().toArray(CompletableFuture[]::new)))
                .orTimeout(HALT_SECONDS_MAX, TimeUnit.SECONDS)
                // The books are closed whatever the games do.
                .handle((_, _) -> null)
                .thenCompose(_ -> turns.run(books::close))
                .orTimeout(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
        List<String> late = new ArrayList<>();
        try {
            closed.join();
        } catch (CompletionException e) {
            LOG.error("the lobby's journal is not closed", e);
            late.add("the lobby's journal");
        }
        halting.getNow(Map.of()).forEach((game, done) -> {
            if (!done.isDone()) {
                late.add("game " + game);
            }
        });
        if (!late.isEmpty()) {
            throw new IllegalStateException("not closed in time: " + String.join(", ", late));
        }
    }

    private void registerNow(Registration wanted, Consumer<Registered> then) {
        try {
            Optional<Refused> problem = problem(wanted);
            if (problem.isPresent()) {
                then.accept(problem.get());
                return;
            }
            String token = tokens.create();
            Account account = books.openAccount(wanted, Tokens.hash(token));
            admit(account, wanted.into(), _ -> then.accept(new Registered.Welcome(account, token)));
        } catch (RuntimeException fault) {
            LOG.error("a registration failed", fault);
            then.accept(new Refused(Denial.INTERNAL, "the registration could not be stored"));
        }
    }

    private Optional<Refused> problem(Registration wanted) {
        return draining
                ? Optional.of(new Refused(Denial.DRAINING, "the server is going down"))
                : vetting.obstacle(wanted);
    }

    private static void admit(Account account, OpenGame game, Consumer<Optional<Refused>> then) {
        Optional<Refused> obstacle = game.obstacle(account);
        if (game.admitted(account.id()) || obstacle.isPresent()) {
            then.accept(obstacle);
        } else {
            game.admit(account, () -> then.accept(Optional.empty()));
        }
    }
}
