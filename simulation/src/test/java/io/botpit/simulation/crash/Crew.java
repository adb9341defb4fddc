package io.botpit.simulation.crash;

import io.botpit.game.GameId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Eight traders and the newcomers, each on a thread of its own; the methods are for one thread. */
final class Crew implements AutoCloseable {
    private static final int TRADERS = 8;
    private static final int PATIENCE_SECONDS = 60;

    private final List<Trader> traders;
    private final Newcomers newcomers = new Newcomers();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong lastPlacedMillis = new AtomicLong();
    private List<Future<?>> trading = new ArrayList<>();

    Crew(long seed) {
        traders = IntStream.range(0, TRADERS)
                .mapToObj(i -> new Trader("trader-" + i, seed * TRADERS + i))
                .toList();
    }

    /** One piece of work for each trader. */
    @FunctionalInterface
    private interface Work {
        void on(Trader trader) throws Exception;
    }

    void register(int port) throws Exception {
        all(trader -> trader.register(port));
    }

    /** Sets them on, and returns when all of them are in; they stop when the server is gone. */
    void trade(int port, int most, Runnable reached) throws Exception {
        CountDownLatch in = new CountDownLatch(TRADERS);
        acknowledged.set(0);
        Consumer<Wish.Answer> heard = answer -> {
            if (!answer.granted()) {
                refused.incrementAndGet();
                return;
            }
            lastPlacedMillis.accumulateAndGet(answer.placedMillis(), Math::max);
            if (acknowledged.incrementAndGet() == most) {
                reached.run();
            }
        };
        trading = traders.stream()
                .<Future<?>>map(trader -> threads.submit(done(() -> trader.trade(port, in, heard))))
                .collect(Collectors.toCollection(ArrayList::new));
        trading.add(threads.submit(done(() -> newcomers.register(port))));
        if (!in.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a trader cannot log in");
        }
    }

    /** Waits until all have seen that the server is gone; how many acknowledgements they have read. */
    int stop() throws Exception {
        await(trading);
        return acknowledged.get();
    }

    /** Refusals that were read while there was trading, since the beginning. */
    long refusals() {
        return refused.get();
    }

    /** The latest time of an order that was acknowledged, as the server said it. */
    long lastPlacedMillis() {
        return lastPlacedMillis.get();
    }

    /** Whether nobody was ever told of this order, nor of anything that came of it. */
    boolean neverTold(String owner, String clientId) {
        return traders.stream()
                .map(Trader::notes)
                .filter(notes -> notes.owner().equals(owner))
                .noneMatch(notes -> notes.placed().containsKey(clientId));
    }

    List<String> contradictions(Truth truth) {
        return traders.stream()
                .flatMap(trader -> truth.contradictions(trader.notes()).stream())
                .toList();
    }

    /** Everybody comes back; how many accounts of newcomers were found again. */
    int recall(int port, GameId game, Truth truth) throws Exception {
        all(trader -> trader.recall(port, game, truth));
        int found = newcomers.recall(port);
        all(trader -> trader.catchUp(port));
        return found;
    }

    /** Where answers did not go together since this was asked last. */
    List<String> contradictions() {
        return traders.stream()
                .flatMap(trader -> trader.notes().takeContradictions().stream())
                .toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void all(Work work) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (Trader trader : traders) {
            running.add(threads.submit(done(() -> work.on(trader))));
        }
        await(running);
    }

    private static void await(List<Future<?>> running) throws Exception {
        for (Future<?> one : running) {
            try {
                one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw new IllegalStateException(String.valueOf(e.getCause()), e);
            } catch (TimeoutException e) {
                throw new IllegalStateException("a trader hangs", e);
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static Callable<Boolean> done(Step step) {
        return () -> {
            step.run();
            return true;
        };
    }
}
