package io.botpit.server.lobby;

import io.botpit.game.GameId;
import io.botpit.game.InvariantBroken;
import io.botpit.persistence.journal.BehaviorUnknown;
import io.botpit.persistence.journal.JournalDamaged;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.ReplayDiffers;
import io.botpit.server.feed.Names;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is made of games that are over by playing their journals again, such as their stories. Such a game never changes,
 * so the last few results are kept. Any thread; who asks waits for the replay, which runs on a pool of its own.
 */
public final class Retold<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Retold.class);

    /** Results kept; the one that was not asked for the longest goes first. */
    static final int KEPT_MAX = 64;

    private final Works works;
    private final Making<T> making;
    private final SequencedMap<GameId, CompletableFuture<Told<T>>> kept = new LinkedHashMap<>(KEPT_MAX, 0.75f, true);

    /** Nothing is made yet. */
    public Retold(Works works, Making<T> making) {
        this.works = works;
        this.making = making;
    }

    /**
     * What all kinds of results share.
     *
     * @param pool replays; refuses what is too much
     * @param patience how long who asks waits for a replay, which goes on without him
     */
    public record Works(Journals journals, Names names, Executor pool, Duration patience) {}

    /**
     * How a result is made and what it weighs.
     *
     * @param of makes it, by having the game told as often as it needs
     * @param bytes the size of a result, about
     * @param bytesMax of all results that are kept together; one of them is kept whatever its size
     */
    public record Making<T>(Function<OldGame, T> of, ToLongFunction<T> bytes, long bytesMax) {}

    /** What came of asking. */
    public sealed interface Told<T> {
        record Shown<T>(T value) implements Told<T> {}

        /** Too many replays wait, or this one takes long: ask again. */
        record Busy<T>() implements Told<T> {}

        /** The journal is damaged, or of a game that this engine cannot play again; it stays lost until a restart. */
        record Lost<T>(String why) implements Told<T> {}
    }

    /** Of a game that is over; it must have a journal. */
    public Told<T> of(GameId game) {
        return told(game)
                .<Told<T>>map(told -> told.completeOnTimeout(
                                new Told.Busy<>(), works.patience().toMillis(), TimeUnit.MILLISECONDS)
                        .join())
                .orElseGet(Told.Busy::new);
    }

    /** Empty: too many wait. Only what was told stays; a replay that failed is tried again. */
    private Optional<CompletableFuture<Told<T>>> told(GameId game) {
        synchronized (kept) {
            CompletableFuture<Told<T>> told = kept.get(game);
            if (told == null || told.isCompletedExceptionally()) {
                try {
                    told = CompletableFuture.supplyAsync(() -> make(game), works.pool());
                } catch (RejectedExecutionException e) {
                    return Optional.empty();
                }
                kept.put(game, told);
            }
            makeRoom();
            return Optional.of(told.copy());
        }
    }

    /** Also when something is asked for that is there: what was being made then has a size now. */
    private void makeRoom() {
        while (kept.size() > 1 && (kept.size() > KEPT_MAX || bytesKept() > making.bytesMax())) {
            kept.pollFirstEntry();
        }
    }

    private long bytesKept() {
        return kept.values().stream().mapToLong(this::bytes).sum();
    }

    private long bytes(CompletableFuture<Told<T>> told) {
        return told.state() == CompletableFuture.State.SUCCESS && told.resultNow() instanceof Told.Shown<T>(var value)
                ? making.bytes().applyAsLong(value)
                : 0;
    }

    private Told<T> make(GameId game) {
        try {
            return new Told.Shown<>(making.of().apply(new OldGame(game, works.journals(), works.names())));
        } catch (BehaviorUnknown other) {
            return new Told.Lost<>(String.valueOf(other.getMessage()));
        } catch (ReplayDiffers differs) {
            return new Told.Lost<>("this server comes to another result than the one that is recorded");
        } catch (JournalDamaged | InvariantBroken | UncheckedIOException damage) {
            LOG.atWarn().addKeyValue("game", game).setCause(damage).log("game {} cannot be told again", game);
            return new Told.Lost<>("the journal of the game is damaged");
        }
    }
}
