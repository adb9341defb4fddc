package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The floods of the corpus, all at once and again, while four bots place a hundred orders a second. */
final class FloodTest {
    private static final int BOTS = 4;
    private static final int ROUNDS = 3;
    private static final int WARM_UP_ORDERS = 50;
    private static final long PERIOD_NANOS = 40_000_000;
    /** Of the orders a bot planned; the last ones may still be on their way when the floods are over. */
    private static final double SERVED_SHARE_MIN = 0.95;

    /** Far above what is measured: a machine with other work must not fail it, a bot that is locked out must. */
    private static final long P99_NANOS_MAX = 2_000_000_000;

    private final AtomicInteger flooding = new AtomicInteger();
    private final CountDownLatch warm = new CountDownLatch(BOTS * WARM_UP_ORDERS);

    /**
     * What one bot got.
     *
     * @param planned orders, at its own rate
     * @param nanos from the planned moment of each order to its answer
     */
    private record Service(long planned, List<Long> nanos, List<String> refused) {}

    @Test
    void whoeverFloodsIsLimitedAndTheOthersAreServed(@TempDir Path data) throws Exception {
        List<AbuseEntry> floods =
                AbuseEntry.all().stream().filter(entry -> entry.times() > 1).toList();
        try (AbuseStage stage = AbuseStage.open("running", data);
                ExecutorService threads = Executors.newFixedThreadPool(BOTS + floods.size())) {
            flooding.set(floods.size());
            List<Future<List<String>>> flooders = new ArrayList<>();
            for (int i = 0; i < floods.size(); i++) {
                flooders.add(threads.submit(flooder(stage, floods.get(i), BOTS + i * ROUNDS)));
            }
            List<Future<Service>> traders = new ArrayList<>();
            for (int i = 0; i < BOTS; i++) {
                traders.add(threads.submit(trader(stage.player(i).bot())));
            }

            for (Future<List<String>> flooder : flooders) {
                assertThat(flooder.get()).isEmpty();
            }
            check(traders);
            assertThat(stage.server().terminate()).isZero();
        }
        assertThat(ServerProcess.runHere("verify", data.toString()).exit()).isZero();
    }

    private static void check(List<Future<Service>> traders) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (Future<Service> trader : traders) {
            Service service = trader.get();
            assertThat(service.refused()).isEmpty();
            assertThat(service.nanos()).hasSizeGreaterThan((int) (service.planned() * SERVED_SHARE_MIN));
            nanos.addAll(service.nanos());
        }
        nanos.sort(null);
        long p99 = nanos.get(nanos.size() * 99 / 100);
        System.out.printf(
                "flood: %d orders acknowledged, p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
                nanos.size(), nanos.get(nanos.size() / 2) / 1e6, p99 / 1e6, nanos.getLast() / 1e6);
        assertThat(p99).isLessThan(P99_NANOS_MAX);
    }

    private Callable<List<String>> flooder(AbuseStage stage, AbuseEntry entry, int player) {
        return () -> {
            List<String> complaints = new ArrayList<>();
            try {
                assertThat(warm.await(1, TimeUnit.MINUTES)).as("the bots trade").isTrue();
                for (int round = 0; round < ROUNDS; round++) {
                    int number = player + round;
                    complaints.addAll(new AbusePlay(entry, stage, stage.player(number), number).complaints());
                }
            } finally {
                flooding.decrementAndGet();
            }
            return complaints;
        };
    }

    /** Places an order and cancels it, again and again: nothing but a limit could refuse that. */
    private Callable<Service> trader(Bot bot) {
        return () -> {
            List<Long> nanos = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            long start = System.nanoTime();
            long planned = start;
            while (flooding.get() > 0) {
                JsonNode order = bot.ask("buy", Map.of("price", "1.00", "size", "0.01"));
                nanos.add(System.nanoTime() - planned);
                JsonNode cancel = bot.ask(
                        "cancel", Map.of("order_id", order.at("/data/id").asString("none")));
                Stream.of(order, cancel)
                        .filter(reply -> !reply.get("status").asBoolean())
                        .forEach(reply -> refused.add(reply.toString()));
                warm.countDown();
                planned += PERIOD_NANOS;
                LockSupport.parkNanos(planned - System.nanoTime());
            }
            return new Service((System.nanoTime() - start) / PERIOD_NANOS, nanos, refused);
        };
    }
}
