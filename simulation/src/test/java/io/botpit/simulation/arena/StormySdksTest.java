package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botpit.simulation.audit.Dice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Each SDK trades against a real server over a line that loses, doubles and swaps messages and breaks; afterwards it
 * sees what the server sees, and each wish placed one order at most. {@code -Dbotpit.sdk-storm-seconds} lets a storm go on
 * for longer, {@code -Dbotpit.sdk-storms} lets so many follow one another and tells how long coming back took.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StormySdksTest {
    private static final int STORM_SECONDS = Integer.getInteger("botpit.sdk-storm-seconds", 10);
    private static final int STORMS = Integer.getInteger("botpit.sdk-storms", 1);
    private static final long CUT_EVERY_MILLIS = Math.clamp(STORM_SECONDS * 1_000L / 4, 2_000, 20_000);
    private static final Duration CLEARS_WITHIN = Duration.ofSeconds(60);
    private static final List<String> SYMBOLS = List.of("BTC/USD", "ETH/USD");

    private final Map<Interpreter, Play> plays = new EnumMap<>(Interpreter.class);
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private int port;

    /** What runs an SDK's bot: Java this JVM, Node.js what TypeScript compiles to. */
    static List<Interpreter> interpreters() {
        return List.of(Interpreter.JAVA, Interpreter.PYTHON, Interpreter.NODE);
    }

    /**
     * One SDK's.
     *
     * @param truth the same player, over a good line
     * @param told hears of all his orders
     */
    private record Play(BadLine line, Guest guest, Bot truth, Bot told) {
        private boolean hasTraded() throws IOException, InterruptedException {
            return !truth.ask("fills").get("data").isEmpty();
        }
    }

    /** All in one game. */
    @BeforeAll
    void letThemPlay(@TempDir Path home) throws Exception {
        ServerProcess server = ServerProcess.openMarket(Files.createDirectory(home.resolve("data")));
        closing.push(server);
        port = server.port();
        Bot partner = Bot.register(port, "partner");
        closing.push(partner);
        for (Interpreter interpreter : interpreters()) {
            if (interpreter.find().isPresent()) {
                Path own = Files.createDirectory(home.resolve(interpreter.name()));
                plays.put(interpreter, invite(interpreter, own));
            }
        }
        for (int storm = 1; storm <= STORMS; storm++) {
            letItStorm(partner);
            for (Play play : storm < STORMS ? plays.values() : Set.<Play>of()) {
                assertThatItSeesTheTruth(play);
                comeBack(play.line());
            }
        }
        plays.forEach(StormySdksTest::tell);
    }

    /** Over a good line, when nothing is the matter. */
    private static void comeBack(BadLine line) {
        int before = line.comebacks().size();
        line.calm();
        await().atMost(CLEARS_WITHIN).until(() -> line.comebacks().size() > before);
    }

    private void letItStorm(Bot partner) throws Exception {
        for (Play play : plays.values()) {
            play.guest().goOn();
        }
        try (ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> trading = turns.scheduleAtFixedRate(new Partner(partner), 0, 20, TimeUnit.MILLISECONDS);
            plays.values().forEach(play -> play.line().storm(CUT_EVERY_MILLIS));
            assertThatThrownBy(() -> trading.get(STORM_SECONDS, TimeUnit.SECONDS))
                    .as("the partner goes on")
                    .isInstanceOf(TimeoutException.class);
            for (Play play : plays.values()) {
                await().atMost(CLEARS_WITHIN).until(play::hasTraded);
            }
        }
        for (Play play : plays.values()) {
            play.guest().keepQuiet();
            play.line().calm();
        }
    }

    private Play invite(Interpreter interpreter, Path home) throws Exception {
        String name = "guest-" + interpreter.name().toLowerCase(Locale.ROOT);
        BadLine line = new BadLine(port, plays.size());
        Guest guest = switch (interpreter) {
            case JAVA -> new Guest.InJava(line.port(), name);
            case PYTHON -> new Guest.Program(Sdk.python().command("storm_bot.py"), line.port(), name, home);
            case NODE, NODE_FOR_TYPESCRIPT -> {
                Sdk compiled = Sdk.typeScript(home.resolve("sdk"));
                yield new Guest.Program(compiled.command("storm_bot.mjs"), line.port(), name, home);
            }
        };
        closing.push(line);
        closing.push(guest);
        await().atMost(CLEARS_WITHIN)
                .ignoreExceptions()
                .until(() -> !guest.token().isEmpty());
        Bot told = loggedIn(name, guest);
        told.ask("subscribe", Map.of("channels", List.of("orders")));
        return new Play(line, guest, loggedIn(name, guest), told);
    }

    private Bot loggedIn(String name, Guest guest) throws Exception {
        Bot bot = Bot.connect(port);
        closing.push(bot);
        bot.ask("auth", Map.of("username", name, "token", guest.token()));
        return bot;
    }

    private static void tell(Interpreter interpreter, Play play) {
        List<BadLine.Comeback> comebacks = play.line().comebacks();
        System.out.printf(
                "%s after %d storms: %s, back within %d ms of the break and %d ms of the dialling (p95 of %d)%n",
                interpreter,
                STORMS,
                play.line().faults(),
                p95(comebacks, BadLine.Comeback::sinceBreakMillis),
                p95(comebacks, BadLine.Comeback::sinceDialMillis),
                comebacks.size());
    }

    private static long p95(List<BadLine.Comeback> comebacks, ToLongFunction<BadLine.Comeback> millis) {
        long[] sorted = comebacks.stream().mapToLong(millis).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(sorted.length * 95 + 99) / 100 - 1];
    }

    @AfterAll
    void close() throws Exception {
        for (AutoCloseable one : closing) {
            one.close();
        }
    }

    @ParameterizedTest
    @MethodSource("interpreters")
    void aGuestSeesWhatTheServerSees(Interpreter interpreter) throws Exception {
        interpreter.assumeFound();
        Play play = Objects.requireNonNull(plays.get(interpreter));

        assertThatItSeesTheTruth(play);
        assertThat(play.line().faults().keySet()).contains("cut", "doubled", "dropped", "overtaken");
        assertThatEachWishPlacedOneOrderAtMost(play);
    }

    private static void assertThatItSeesTheTruth(Play play) {
        await().atMost(CLEARS_WITHIN)
                .untilAsserted(() -> assertThat(play.guest().sees())
                        .isEqualTo(truth(play.truth(), play.guest().levels())));
    }

    /** A wish is known by its size, whatever ids its orders have. */
    private static void assertThatEachWishPlacedOneOrderAtMost(Play play) throws Exception {
        List<BigDecimal> placed = new ArrayList<>();
        while (play.told().hasFrame()) {
            for (JsonNode change : play.told().next().path("orders")) {
                if (change.get("event").asString().equals("accepted")) {
                    JsonNode order = change.get("order");
                    assertThat(order.path("client_order_id").asString("")).isNotEmpty();
                    placed.add(decimal(order.get("size"))
                            .add(decimal(order.get("filled_size")))
                            .stripTrailingZeros());
                }
            }
        }
        assertThat(placed)
                .doesNotHaveDuplicates()
                .hasSizeBetween(1, Math.toIntExact(play.guest().wishes()));
    }

    /** Somebody else who trades, over a good line. */
    private static final class Partner implements Runnable {
        private final Bot bot;
        private final Dice dice = new Dice(5);

        private Partner(Bot bot) {
            this.bot = bot;
        }

        @Override
        public void run() {
            try {
                String symbol = dice.of(SYMBOLS);
                BigDecimal mark = new BigDecimal(
                        bot.ask("price", Map.of("symbol", symbol)).get("data").asString());
                BigDecimal price = mark.multiply(new BigDecimal(98 + dice.below(5)).movePointLeft(2));
                String size = "0.00" + (1 + dice.below(9));
                bot.ask(
                        dice.permille(500) ? "buy" : "sell",
                        Map.of("symbol", symbol, "price", price.toPlainString(), "size", size));
                if (dice.permille(100)) {
                    bot.ask("cancel_all");
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Set<String> truth(Bot truth, int levels) throws IOException, InterruptedException {
        Set<String> lines = new TreeSet<>();
        for (JsonNode order : truth.ask("orders").at("/data/maker")) {
            lines.add(order.get("id").asString() + " "
                    + order.path("symbol").asString(SYMBOLS.getFirst()) + " " + number(order.get("price")) + " "
                    + number(order.get("size")));
        }
        truth.ask("wallets")
                .at("/data/assets")
                .properties()
                .forEach(asset -> lines.add(asset.getKey() + " "
                        + number(asset.getValue().get("free")) + " "
                        + number(asset.getValue().get("held"))));
        for (String symbol : SYMBOLS) {
            JsonNode book = truth.ask("depth", Map.of("symbol", symbol, "levels", levels))
                    .get("data");
            for (String side : List.of("bids", "asks")) {
                book.get(side)
                        .forEach(level -> lines.add(
                                symbol + " " + side + " " + number(level.get(0)) + " " + number(level.get(1))));
            }
        }
        return lines;
    }

    private static String number(JsonNode text) {
        return Guest.plain(decimal(text));
    }

    private static BigDecimal decimal(JsonNode text) {
        return new BigDecimal(text.asString());
    }
}
