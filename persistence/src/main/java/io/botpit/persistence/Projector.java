package io.botpit.persistence;

import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.Shelf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;

/**
 * Copies journaled commands into the tables, on a thread of its own, in batches: a quarter of a second after the fact, later
 * if the database is slow, since it rests three times as long as it worked and leaves the processor to those who trade. Nobody waits
 * for it: what does not fit into its queue is fetched from the journal later. Call {@link #offer} from any thread, the rest from the one that
 * owns it.
 */
public final class Projector implements AutoCloseable {
    /** Commands and accounts that may wait; one more, and their game is read from its journal instead. */
    public static final int QUEUE_MAX = 16_384;

    /** How long it gathers before it writes: rows cost least by the hundred, and nobody waits for them. */
    private static final Duration GATHER = Duration.ofMillis(250);

    private static final int REST_PER_WORK = 3;

    private static final String ACCOUNTS = "accounts";
    private static final long RETRY_MILLIS = 1_000;
    private static final long STOP_POLL_MILLIS = 100;

    private final Shelf shelf;
    private final Journals journals;
    private final Projection projection;
    private final Accounts accounts;
    private final CatchUp catchUp;
    private final BlockingQueue<Item> queue;
    private final Set<GameId> stale = ConcurrentHashMap.newKeySet();
    private final Map<GameId, JournalHead> heads = new HashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "projector");
    private Duration lastTurn = Duration.ZERO;
    private volatile boolean accountsStale = true;
    private final Map<String, String> problems = new ConcurrentHashMap<>();

    /**
     * One that is not started yet.
     *
     * @param shelf with the journals
     */
    public Projector(Database database, Shelf shelf) {
        this(database, shelf, QUEUE_MAX);
    }

    Projector(Database database, Shelf shelf, int queueMax) {
        this.shelf = shelf;
        this.journals = new Journals(shelf);
        this.projection = new Projection(database.sql());
        this.accounts = new Accounts(database.sql());
        this.catchUp = new CatchUp(journals, projection);
        this.queue = new ArrayBlockingQueue<>(queueMax);
    }

    private sealed interface Item {
        record OfGame(GameId game, Committed committed) implements Item {}

        record OfLobby(LobbyRecord entry) implements Item {}

        record Stop() implements Item {}
    }

    /** Starts the thread; its first work is to bring accounts and all games to where their journals are. */
    public void start() {
        stale.addAll(journals.list());
        thread.start();
    }

    /** Takes a command that is in its game's journal. Never blocks, never fails. */
    public void offer(GameId game, Committed committed) {
        if (!queue.offer(new Item.OfGame(game, committed))) {
            stale.add(game);
        }
    }

    /** Takes a record that is in the lobby's journal. Never blocks, never fails. */
    public void offer(LobbyRecord entry) {
        if (!queue.offer(new Item.OfLobby(entry))) {
            accountsStale = true;
        }
    }

    /** How many commands and accounts wait, at most {@link #QUEUE_MAX}; any thread. */
    public int waiting() {
        return queue.size();
    }

    /** Why tables are behind, in words, by what they are about; empty while all is well. */
    public Map<String, String> problems() {
        return Map.copyOf(problems);
    }

    /** Writes what is queued and stops. What is stale then is made up for at the next start. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            while (thread.isAlive() && !queue.offer(new Item.Stop(), STOP_POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                // the queue is full: it is being worked on
            }
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Item> turn = new ArrayList<>();
        boolean stopped = false;
        while (!stopped) {
            turn.clear();
            take(turn);
            stopped = turn.removeIf(item -> item instanceof Item.Stop);
            if (turn.isEmpty() && !stopped) {
                catchUpOne();
            } else {
                project(turn);
            }
        }
    }

    /** Waits for work only if nothing is stale, and a little if what is stale cannot be helped; then gathers more. */
    private void take(List<Item> turn) {
        try {
            boolean idle = stale.isEmpty() && !accountsStale;
            Item first = idle ? queue.take() : queue.poll(problems.isEmpty() ? 0 : RETRY_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                Duration rest = lastTurn.multipliedBy(REST_PER_WORK);
                Duration pause = rest.compareTo(GATHER) > 0 ? rest : GATHER;
                // Not by waiting for each item: to be woken for every command would cost more than the rows.
                var _ = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                turn.add(first);
                queue.drainTo(turn);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the projector", e);
        }
    }

    private void project(List<Item> turn) {
        long began = System.nanoTime();
        Map<GameId, List<Committed>> games = new LinkedHashMap<>();
        List<LobbyRecord> lobby = new ArrayList<>();
        for (Item item : turn) {
            switch (item) {
                case Item.OfGame(var game, var committed) ->
                    games.computeIfAbsent(game, _ -> new ArrayList<>()).add(committed);
                case Item.OfLobby(var entry) -> lobby.add(entry);
                case Item.Stop _ -> {}
            }
        }
        if (!lobby.isEmpty() && mustRetry(ACCOUNTS, () -> accounts.project(lobby))) {
            accountsStale = true;
        }
        games.forEach(this::project);
        lastTurn = Duration.ofNanos(System.nanoTime() - began);
    }

    private void project(GameId game, List<Committed> batch) {
        boolean behind = mustRetry(name(game), () -> {
            if (!projection.project(headOf(game), batch)) {
                stale.add(game);
            }
        });
        if (behind) {
            stale.add(game);
        }
    }

    private void catchUpOne() {
        if (accountsStale) {
            accountsStale = mustRetry(ACCOUNTS, () -> accounts.replace(LobbyJournal.readOnly(shelf)));
            return;
        }
        stale.stream().findFirst().ifPresent(game -> {
            // Before, not after: what overflows meanwhile makes it stale again.
            stale.remove(game);
            if (mustRetry(name(game), () -> catchUp.run(game))) {
                stale.add(game);
            }
        });
    }

    /**
     * Nothing that goes wrong here may stop the thread: the tables are behind then, and say so. Answers whether to try
     * again: a database may come back, a journal that cannot be replayed will not.
     */
    private boolean mustRetry(String what, Runnable work) {
        try {
            work.run();
            problems.remove(what);
            return false;
        } catch (DataAccessException e) {
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
