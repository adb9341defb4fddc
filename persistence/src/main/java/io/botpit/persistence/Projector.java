package io.botpit.persistence;

import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.LobbyRecord.GameClosed;
import io.botpit.persistence.journal.LobbyRecord.GameOpened;
import io.botpit.persistence.journal.Shelf;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Copies journaled commands into the tables, on a thread of its own, in batches: a quarter of a second after the fact, later
 * if there is much to write, since it rests nine times as long as it worked and leaves the processor to those who trade. Nobody waits
 * for it: what does not fit into its queue is fetched from the journal, at the same pace. Call {@link #offer} from any thread, the
 * rest from the one that owns it.
 */
public final class Projector implements AutoCloseable {
    /** Commands and accounts that may wait; one more, and their game is read from its journal instead. */
    public static final int QUEUE_MAX = 16_384;

    /** How long it gathers before it writes: rows cost least by the hundred, and nobody waits for them. */
    private static final Duration GATHER = Duration.ofMillis(250);

    /** While anybody trades, a tenth of a processor; once nobody does, it works without a rest. */
    private static final int REST_PER_WORK = 9;

    /** The queue must not run over meanwhile. */
    private static final Duration REST_MAX = Duration.ofSeconds(2);

    private static final String LOBBY = "lobby";
    private static final String RATINGS = "ratings";
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Journals journals;
    private final Projection projection;
    private final LobbyTables lobby;
    private final RatingBook ratings;
    private final CatchUp catchUp;
    private final BlockingQueue<Item> queue;
    /** Games of which the queue did not hold everything, with the last sequence that is known to be missing. */
    private final ConcurrentNavigableMap<GameId, Long> behind = new ConcurrentSkipListMap<>();

    private final Map<GameId, JournalHead> heads = new HashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "projector");
    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private volatile boolean lobbyBehind = true;
    private @Nullable GameId tried;
    private boolean failed;
    /** Whether a game may have been annulled, or restored, whose result is in the ratings. */
    private boolean ratingsDoubtful = true;

    private boolean ratingsBehind = true;
    private boolean busy;
    private long restedAt = System.nanoTime();

    /**
     * One that is not started yet.
     *
     * @param shelf with the journals
     */
    public Projector(Database database, Shelf shelf) {
        this(database, shelf, QUEUE_MAX);
    }

    Projector(Database database, Shelf shelf, int queueMax) {
        this.journals = new Journals(shelf);
        this.projection = new Projection(database.sql());
        this.lobby = new LobbyTables(database, shelf);
        this.ratings = new RatingBook(database.sql());
        this.catchUp = new CatchUp(journals, projection);
        this.queue = new ArrayBlockingQueue<>(queueMax);
    }

    private sealed interface Item {
        record OfGame(GameId game, Committed committed) implements Item {}

        record OfLobby(LobbyTables.Entry entry) implements Item {}
    }

    /** Starts the thread; its first work is to bring accounts and all games to where their journals are. */
    public void start() {
        journals.list().forEach(game -> behind.putIfAbsent(game, 0L));
        thread.start();
    }

    /** Takes a command that is in its game's journal. Never blocks, never fails. */
    public void offer(GameId game, Committed committed) {
        if (!queue.offer(new Item.OfGame(game, committed))) {
            isBehind(game, committed);
        }
    }

    /**
     * Takes a record that is in the lobby's journal. Never blocks, never fails.
     *
     * @param sequence of the record there; each time one more
     */
    public void offer(long sequence, LobbyRecord record) {
        if (!queue.offer(new Item.OfLobby(new LobbyTables.Entry(sequence, record)))) {
            lobbyBehind = true;
        }
    }

    /** How many commands and accounts wait, at most {@link #QUEUE_MAX}; any thread. */
    public int waiting() {
        return queue.size();
    }

    /** How many games are, or wait to be, fetched from their journals; any thread. */
    public int gamesBehind() {
        return behind.size();
    }

    /** Why tables are behind, in words, by what they are about; empty while all is well. */
    public Map<String, String> problems() {
        return Map.copyOf(problems);
    }

    /** Writes what is queued and stops. What is behind then is made up for at the next start. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean last = false;
        while (!last) {
            last = rest(leastRest());
            projectWaiting();
            if (!last) {
                catchUpOne();
                rate();
            }
        }
    }

    /** Whether it is to stop. Not by waiting for each item: to be woken for every command would cost more than the rows. */
    private boolean rest(Duration least) {
        long work = System.nanoTime() - restedAt;
        long rest = busy ? Math.min(work * REST_PER_WORK, REST_MAX.toNanos()) : 0;
        try {
            return stopping.await(Math.max(rest, least.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the projector", e);
        } finally {
            restedAt = System.nanoTime();
        }
    }

    private Duration leastRest() {
        if (behind.isEmpty() && !lobbyBehind) {
            return GATHER;
        }
        return failed ? RETRY : Duration.ZERO;
    }

    private void projectWaiting() {
        List<Item> turn = new ArrayList<>();
        busy = queue.drainTo(turn) > 0;
        Map<GameId, List<Committed>> games = new LinkedHashMap<>();
        List<LobbyTables.Entry> entries = new ArrayList<>();
        for (Item item : turn) {
            switch (item) {
                case Item.OfGame(var game, var committed) ->
                    games.computeIfAbsent(game, _ -> new ArrayList<>()).add(committed);
                case Item.OfLobby(var entry) -> entries.add(entry);
            }
        }
        if (!entries.isEmpty() && mustRetry(LOBBY, () -> project(entries))) {
            lobbyBehind = true;
        }
        games.forEach(this::project);
    }

    /** Games are closed after their last commit, so that their results are there by the end of this turn. */
    private void project(List<LobbyTables.Entry> entries) {
        for (LobbyTables.Entry entry : entries) {
            if (entry.record() instanceof GameOpened opened) {
                // In the tables before anybody plays: later results wait until it is known whether it is rated.
                behind.putIfAbsent(opened.game(), 0L);
            }
            ratingsDoubtful |= entry.record() instanceof GameClosed closed && closed.annulled();
        }
        ratingsBehind = true;
        if (!lobby.project(entries)) {
            lobbyBehind = true;
        }
    }

    /** Only once it is known which games there are and what bots said. */
    private void rate() {
        if (ratingsBehind && !lobbyBehind) {
            ratingsBehind = mustRetry(RATINGS, () -> {
                if (ratingsDoubtful) {
                    ratings.repair();
                    ratingsDoubtful = false;
                }
                ratings.update();
            });
        }
    }

    private void project(GameId game, List<Committed> batch) {
        boolean failed = mustRetry(name(game), () -> {
            if (!projection.project(headOf(game), batch)) {
                isBehind(game, batch.getLast());
            }
        });
        if (failed) {
            isBehind(game, batch.getLast());
        }
    }

    private void isBehind(GameId game, Committed missing) {
        behind.merge(game, missing.command().sequence(), Math::max);
    }

    /** One after the other: a game that cannot be helped, or never rests, keeps no other one. */
    private void catchUpOne() {
        failed = false;
        if (lobbyBehind) {
            // Before, not after: what does not fit meanwhile is behind again.
            lobbyBehind = false;
            failed = mustRetry(LOBBY, this::readLobby);
            if (failed) {
                lobbyBehind = true;
            }
        }
        GameId next = tried == null ? null : behind.higherKey(tried);
        tried = next != null || behind.isEmpty() ? next : behind.firstKey();
        if (tried != null) {
            catchUp(tried);
        }
    }

    private void readLobby() {
        lobby.read();
        // Some may have been opened while the queue was full.
        journals.list().stream()
                .filter(game -> !behind.containsKey(game) && projection.lastSequence(game) < 0)
                .forEach(game -> behind.putIfAbsent(game, 0L));
        ratingsBehind = true;
        ratingsDoubtful = true;
    }

    private void catchUp(GameId game) {
        boolean again = mustRetry(name(game), () -> {
            long reached = catchUp.run(game, this::breathe);
            behind.computeIfPresent(game, (_, missing) -> missing <= reached ? null : missing);
            ratingsBehind = true;
        });
        failed |= again;
        if (!again && problems.containsKey(name(game))) {
            behind.remove(game);
        }
    }

    /** While one game is fetched from its journal the others go on, and its own new commands, fetched later, are let go. */
    private void breathe() {
        if (rest(Duration.ZERO)) {
            throw new Stopped();
        }
        projectWaiting();
    }

    /** Leaves a game that is being fetched where it is; never leaves this class. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    /**
     * Nothing that goes wrong here may stop the thread: the tables are behind then, and say so. Answers whether to try
     * again: a database or a disk may come back, a journal that cannot be replayed will not.
     */
    private boolean mustRetry(String what, Runnable work) {
        try {
            work.run();
            problems.remove(what);
            return false;
        } catch (Stopped stopped) {
            return true;
        } catch (DataAccessException | UncheckedIOException e) {
            problems.put(what, String.valueOf(e.getMessage()));
            return true;
        } catch (RuntimeException e) {
            problems.put(what, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static String name(GameId game) {
        return "game " + game;
    }

    private JournalHead headOf(GameId game) {
        return heads.computeIfAbsent(game, id -> {
            try (JournalReader reader = journals.read(id)) {
                return reader.head();
            }
        });
    }
}
