package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.bots.WebSocketWire;
import io.botpit.bots.Wire;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Local games with a bot that connects by itself. */
final class LocalCallerTest {
    private final LocalLine line = new LocalLine();
    private final List<Thread> games = new CopyOnWriteArrayList<>();

    @Test
    void aBotThatConnectsByItselfPlaysAndHearsTheEnd() throws Exception {
        CompletableFuture<Integer> code = listening("--time-limit=20", "--json");
        Caller caller = new Caller();

        caller.call(address());

        assertThat(code.get(60, TimeUnit.SECONDS)).as(() -> line.out()).isZero();
        assertThat(caller.closed.get(10, TimeUnit.SECONDS)).startsWith("closed by the server: 1001 ");
        // To its registration and to a ping on each of two beats a second, with the time of the game in it.
        assertThat(caller.answers.get()).isBetween(39, 42);
        assertThat(caller.times).hasSizeGreaterThan(37);
        for (int ping = 1; ping < caller.times.size(); ping++) {
            assertThat(caller.times.get(ping).subtract(caller.times.get(ping - 1)))
                    .isEqualByComparingTo("0.5");
        }
        assertThat(line.out()).contains("\"name\":\"caller\"", "\"faults\":{}");
    }

    @Test
    void aSlowGameIsPlayedEvenly() throws Exception {
        // Twenty turns lie between two looks at it.
        CompletableFuture<Integer> code = listening("--time-limit=2400", "--speed=10");
        Caller caller = new Caller();

        caller.call(address());
        long took = caller.tenthTurn.get(30, TimeUnit.SECONDS) - caller.seated.join();

        // Nine turns later, half a second of the game each and ten times as fast as the clock; however slow the machine
        // is.
        assertThat(took).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(400));
        interruptAtRest(games.getFirst());
        assertThat(code.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    /** While it waits for the next beat: the journal would not survive it. */
    private static void interruptAtRest(Thread game) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .until(() -> Stream.of(game.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("waitFor")));
        game.interrupt();
    }

    /** A game that waits for a bot on a socket; not on the common pool, which the bot's client needs. */
    private CompletableFuture<Integer> listening(String... more) {
        String[] words = Stream.concat(Stream.of("play", "--bots=caller=socket,noise"), Stream.of(more))
                .toArray(String[]::new);
        return CompletableFuture.supplyAsync(
                () -> line.run(words), game -> games.add(Thread.ofPlatform().start(game)));
    }

    private String address() {
        return Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> line.err().replaceFirst("(?s).* at (ws://\\S+)\\s*", "$1"), it -> it.startsWith("ws"));
    }

    /** Says on each answer that it is done. */
    private static final class Caller implements Wire.Listener {
        private static final Pattern NOW = Pattern.compile("\"now\": ?([0-9.]+)");

        private final CompletableFuture<Wire> wire = new CompletableFuture<>();
        private final CompletableFuture<String> closed = new CompletableFuture<>();
        private final AtomicInteger answers = new AtomicInteger();
        private final CompletableFuture<Long> seated = new CompletableFuture<>();
        private final CompletableFuture<Long> tenthTurn = new CompletableFuture<>();
        private final List<BigDecimal> times = new CopyOnWriteArrayList<>();

        void call(String address) throws IOException {
            wire.complete(WebSocketWire.to(URI.create(address)).open(this));
            wire.join().send("{\"cmd\":\"register\",\"params\":{\"username\":\"caller\"}}");
        }

        @Override
        public void onText(String frame) {
            if (frame.contains("\"status\"")) {
                int answer = answers.incrementAndGet();
                (answer <= 10 ? seated : tenthTurn).complete(System.nanoTime());
                Matcher now = NOW.matcher(frame);
                if (now.find()) {
                    times.add(new BigDecimal(now.group(1)));
                }
                wire.join().send("{\"cmd\":\"ping\",\"params\":{}}");
            }
        }

        @Override
        public void onClose(String reason) {
            closed.complete(reason);
        }
    }
}
