package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Readers of the feed who do not keep up: they are cut with the reason, cost little, and nobody else notices. */
final class SlowReaderTest {
    private static final int PAIRS_PER_WRITE = 100;
    private static final int SLOW_FRAMES_PER_WRITE = 5;
    private static final long HEAP_GROWTH_BYTES_MAX = 16 << 20;
    private static final Duration TABLES_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @TempDir
    Path data;

    /** What a reader heard until the last word. */
    private record Heard(int orders, int cancels, int hash) {}

    @Test
    void aReaderWhoStopsAndOneWhoIsSlowAreCutAndTheOthersMissNothing() throws Exception {
        read(5, 30_000);
    }

    @Test
    @Tag("night")
    void soItIsAmongFiftyReadersOfTwoHundredThousandEvents() throws Exception {
        read(50, 200_000);
    }

    private void read(int count, int events) throws Exception {
        List<Bot> readers = new ArrayList<>();
        List<Callable<Heard>> tasks = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(data, "--rate-limit", "off");
                WireClient stopped = WireClient.connectNarrow(server.feedPort());
                WireClient slow = WireClient.connectNarrow(server.feedPort());
                Bot ann = Bot.register(server.port(), "ann");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            stopped.upgrade("/", "");
            slow.upgrade("/", "");
            for (int i = 0; i < count; i++) {
                Bot reader = Bot.connect(server.feedPort());
                readers.add(reader);
                tasks.add(() -> listen(reader));
            }
            long heap = server.liveBytes();
            List<Future<Heard>> heard = tasks.stream().map(threads::submit).toList();

            trade(ann, events, slow);

            Heard first = heard.getFirst().get();
            assertThat(first.orders()).isEqualTo(events / 2);
            assertThat(first.cancels()).isEqualTo(events / 2);
            for (Future<Heard> other : heard) {
                assertThat(other.get()).isEqualTo(first);
            }
            assertThat(last(slow)).isEqualTo(new WireClient.Closed(1013, "slow_consumer"));
            assertThat(last(stopped)).isInstanceOfAny(WireClient.Closed.class, WireClient.Dropped.class);
            // What waits for the tables is alive until it is written, and they take their time.
            await().atMost(TABLES_WITHIN)
                    .pollInterval(LOOK_EVERY)
                    .untilAsserted(() -> assertThat(server.liveBytes() - heap).isLessThan(HEAP_GROWTH_BYTES_MAX));
            assertThat(server.terminate()).isZero();
        } finally {
            readers.forEach(Bot::close);
        }
    }

    /** Orders and cancels, many in flight; the slow reader reads a little now and then. */
    private static void trade(Bot ann, int events, WireClient slow) throws Exception {
        for (int done = 0; done < events; done += 2 * PAIRS_PER_WRITE) {
            for (int i = 0; i < PAIRS_PER_WRITE; i++) {
                ann.send(Bot.frame("sell", Map.of("price", "999999", "size", "1")));
                ann.send(Bot.frame("cancel_all", Map.of()));
            }
            for (int i = 0; i < PAIRS_PER_WRITE; i++) {
                assertOk(ann.next(), "Sell order placed.");
                assertOk(ann.next(), "Orders cancelled and removed.");
            }
            for (int i = 0; i < SLOW_FRAMES_PER_WRITE; i++) {
                slow.hear();
            }
        }
        assertOk(ann.ask("bcast", Map.of("message", "that is all")), "Message broadcasted.");
    }

    private static Heard listen(Bot reader) throws Exception {
        int orders = 0;
        int cancels = 0;
        int hash = 0;
        while (true) {
            JsonNode frame = reader.next();
            String type = frame.path("type").asString();
            hash = 31 * hash + frame.toString().hashCode();
            switch (type) {
                case "sell" -> orders++;
                case "cancel" -> cancels++;
                case "bcast" -> {
                    return new Heard(orders, cancels, hash);
                }
                default -> hash += 1;
            }
        }
    }

    private static WireClient.Heard last(WireClient reader) throws Exception {
        WireClient.Heard heard = reader.hear();
        while (heard instanceof WireClient.Text) {
            heard = reader.hear();
        }
        return heard;
    }
}
