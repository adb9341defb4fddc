package io.botpit.server.lobby;

import io.botpit.game.Command.RefereeCommand;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.InvariantBroken;
import io.botpit.game.RefereeAct;
import io.botpit.game.report.Reporter;
import io.botpit.persistence.journal.BehaviorUnknown;
import io.botpit.persistence.journal.GameEnd;
import io.botpit.persistence.journal.JournalDamaged;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.LobbyRecord.GameOpened;
import io.botpit.server.feed.Feeds;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.loop.GameLoop;
import io.botpit.server.loop.Outcome;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The games of this process. The lobby's thread opens and closes them; any thread looks them up. */
final class Gamekeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Gamekeeper.class);

    /** So long a game that is over is kept for those who come back to see how it ended. */
    static final int KEPT_MINUTES = 10;

    /** So long a rated game may wait to be started where results of later games wait for its own. */
    static final int RATED_WAIT_HOURS_MAX = 24;

    private static final long KEPT_MICROS = KEPT_MINUTES * 60_000_000L;
    private static final long RATED_WAIT_MICROS = RATED_WAIT_HOURS_MAX * 3_600_000_000L;

    private static final String NEVER_STARTED =
            "it was not started in time (limit rated_wait_hours_max=" + RATED_WAIT_HOURS_MAX + ")";

    private final LobbyBooks books;
    private final GameRoom room;
    private final Feeds feeds;
    private final Executor lobby;
    private final Seeds seeds = new Seeds();
    private final Map<GameId, OpenGame> games = new ConcurrentHashMap<>();
    private final List<OpenGame> inOrder = new CopyOnWriteArrayList<>();
    private final List<Consumer<OpenGame>> followers = new CopyOnWriteArrayList<>();
    private final List<Consumer<GameOver>> overs = new CopyOnWriteArrayList<>();
    private volatile @Nullable OpenGame currentDefault;

    /** What comes from the games' threads is handed to the lobby's. */
    Gamekeeper(LobbyBooks books, GameRoom room, Feeds feeds, Executor lobby) {
        this.books = books;
        this.room = room;
        this.feeds = feeds;
        this.lobby = lobby;
    }

    List<OpenGame> all() {
        return inOrder;
    }

    /** Those that are not over. */
    List<OpenGame> running() {
        return inOrder.stream().filter(game -> !game.isOver()).toList();
    }

    /** Those that nobody needs in memory any more; any thread but the lobby's, since it may wait for the tables. */
    List<OpenGame> ended() {
        return inOrder.stream()
                .filter(game -> game.isOver() && !game.equals(currentDefault))
                .filter(game -> game.loop().now().microsSince(game.view().now()) >= KEPT_MICROS)
                .filter(game -> room.sawEnd(game.id()))
                .toList();
    }

    /**
     * Makes a rated game void that nobody started in time and for which results wait; any thread but the lobby's, since it
     * may wait for the tables. Whoever comes to the server plays in the default game: that one waits as long as it must.
     */
    void annulForgotten() {
        room.heldUpBy()
                .flatMap(this::find)
                .filter(game -> game.rules().entry().rated() && !game.equals(currentDefault))
                .filter(game -> game.loop().now().microsSince(game.head().openedAt()) >= RATED_WAIT_MICROS)
                .ifPresent(game -> game.loop().annulUnstarted(NEVER_STARTED));
    }

    /** Who is in it, or reads its feed, stays; nobody finds it any more. */
    void release(OpenGame game) {
        if (games.remove(game.id(), game)) {
            inOrder.remove(game);
            feeds.remove(game.id());
            LOG.atInfo().addKeyValue("game", game.id()).log("game {} is a game of the past now", game.id());
        }
    }

    /** The same act to all that are not over; complete when they have it in their journals. */
    CompletableFuture<Void> tellRunning(String by, RefereeAct act) {
        return CompletableFuture.allOf(running().stream()
                .map(game -> {
                    CompletableFuture<Outcome<Committed>> done = new CompletableFuture<>();
                    game.loop().owe(new RefereeCommand(by, act), done::complete);
                    return done;
                })
                .toArray(CompletableFuture[]::new));
    }

    Optional<OpenGame> find(GameId game) {
        return Optional.ofNullable(games.get(game));
    }

    Optional<OpenGame> currentDefault() {
        return Optional.ofNullable(currentDefault);
    }

    void onOpened(Consumer<OpenGame> follower) {
        followers.add(follower);
    }

    /** Is told of every game that is over, on the lobby's thread, after its journal. */
    void onOver(Consumer<GameOver> follower) {
        overs.add(follower);
    }

    /** How a game that is not in memory ended; takes as long as its replay. */
    Optional<GameOver> past(GameId game) {
        return room.past(game);
    }

    /** An act of the server itself, which nobody waits for. */
    void tell(OpenGame game, RefereeAct act) {
        game.loop().owe(new RefereeCommand(GameLoop.SERVER, act), _ -> {});
    }

    void reopenAll() {
        // First: whatever runs by the lobby's own word is the default game rather than these.
        for (GameOpened opened : books.finished()) {
            if (!room.sawEnd(opened.game())) {
                goOnBeforeItsEnd(opened);
            }
        }
        for (GameOpened opened : books.unfinished()) {
            reopen(opened);
        }
    }

    /** In a copy of a running server the lobby may know of an end that the game's journal, copied before, lacks. */
    private void goOnBeforeItsEnd(GameOpened opened) {
        GameId id = opened.game();
        try {
            if (room.reopen(id, opened.isDefault()) instanceof GameRoom.Reopened.Running(var game)) {
                LOG.atWarn()
                        .addKeyValue("game", id)
                        .log(
                                "the lobby has the end of game {} and its journal has not, as in a copy made meanwhile",
                                id);
                goOn(game);
            }
        } catch (JournalDamaged | BehaviorUnknown | InvariantBroken | UncheckedIOException fault) {
            // Nobody plays it: not worth a server that does not start.
            LOG.atWarn().addKeyValue("game", id).setCause(fault).log("the journal of the finished game {} is bad", id);
        }
    }

    private void goOn(OpenGame game) {
        take(game);
        game.emptySeats();
        LOG.atInfo()
                .addKeyValue("game", game.id())
                .log("game {} goes on after sequence {}", game.id(), game.view().sequence());
    }

    OpenGame open(NewGame wanted) {
        // Known before its journal exists: a journal that nobody knows would be in the way of the next game.
        JournalHead head = seeds.head(books.nextGame(), wanted, books.now());
        books.gameOpened(head, wanted.asDefault());
        return begin(head, wanted.asDefault());
    }

    OpenGame open(NewGame wanted, BoutOf bout) {
        JournalHead head = seeds.head(books.nextGame(), wanted, books.now());
        books.boutOpened(head, bout);
        return begin(head, false);
    }

    private OpenGame begin(JournalHead head, boolean asDefault) {
        OpenGame game = room.open(head, asDefault);
        take(game);
        LOG.atInfo().addKeyValue("game", head.game()).log("game {} opened: {}", head.game(), head.title());
        return game;
    }

    /** Halts all games that still run; each tells on its own thread. */
    Map<GameId, CompletableFuture<Void>> halt() {
        Map<GameId, CompletableFuture<Void>> halted = new LinkedHashMap<>();
        for (OpenGame game : inOrder) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            game.loop().halt(() -> done.complete(null));
            halted.put(game.id(), done);
        }
        return halted;
    }

    private void reopen(GameOpened opened) {
        GameId id = opened.game();
        switch (room.reopen(id, opened.isDefault())) {
            case GameRoom.Reopened.Running(var game) -> goOn(game);
            case GameRoom.Reopened.Over(var phase) ->
                books.gameClosed(id, phase == GamePhase.VOID, "it was over when the server stopped");
            case GameRoom.Reopened.Foreign(var why) -> {
                LOG.atWarn().addKeyValue("game", id).log("game {} is void: {}", id, why);
                books.gameClosed(id, true, why);
            }
        }
    }

    private void take(OpenGame game) {
        games.put(game.id(), game);
        inOrder.add(game);
        feeds.add(game.feed());
        game.loop().listen(new EndWatch(game));
        game.loop().start();
        if (game.isDefault()) {
            currentDefault = game;
            feeds.makeDefault(game.feed());
        }
        followers.forEach(follower -> follower.accept(game));
    }

    /** Notes in the lobby's journal when a game is over. */
    private final class EndWatch implements CommitListener {
        private final GameId game;
        private final @Nullable Reporter reporter;
        private GameEnd end = GameEnd.ofVoid("");

        EndWatch(OpenGame game) {
            this.game = game.id();
            this.reporter = game.reporter();
        }

        @Override
        public void committed(List<Committed> batch) {
            for (Committed commit : batch) {
                if (reporter != null) {
                    reporter.see(commit);
                }
                commit.events().forEach(this::see);
            }
        }

        @Override
        public void broke(Throwable cause) {
            close(true, "it broke: " + cause.getMessage());
        }

        private void see(Event event) {
            if (event instanceof Event.Ended ended) {
                end = GameEnd.of(ended, reporter);
            } else if (event instanceof Event.PhaseChanged change
                    && (change.to() == GamePhase.ENDED || change.to() == GamePhase.VOID)) {
                close(change.to() == GamePhase.VOID, change.why());
            }
        }

        private void close(boolean annulled, String why) {
            GameOver told = new GameOver(game, annulled ? GameEnd.ofVoid(why) : end.because(why));
            lobby.execute(() -> {
                try {
                    books.gameClosed(game, annulled, why);
                    overs.forEach(follower -> follower.accept(told));
                } catch (RuntimeException fault) {
                    LOG.atError()
                            .addKeyValue("game", game)
                            .setCause(fault)
                            .log("the end of game {} is not in the lobby's journal", game);
                }
            });
        }
    }
}
