package io.botpit.simulation.arena;

import io.botpit.bots.Bot;
import io.botpit.bots.BotRunner;
import io.botpit.bots.BotSettings;
import io.botpit.bots.Ending;
import io.botpit.bots.Market;
import io.botpit.bots.Side;
import io.botpit.bots.Tokens;
import io.botpit.bots.Update;
import io.botpit.bots.View;
import io.botpit.bots.WebSocketWire;
import io.botpit.bots.Wish;
import io.botpit.simulation.audit.Dice;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A bot that trades wildly until it is told to keep quiet, and then says what it sees. Each order that it wishes for has a size
 * of its own.
 */
interface Guest extends AutoCloseable {
    /** Its token, once it is in the game. */
    String token() throws Exception;

    void keepQuiet() throws IOException;

    /** Trades wildly again. */
    void goOn() throws IOException;

    /** How many orders it wished for before it kept quiet. */
    long wishes() throws IOException;

    /** Own orders, balances and the best levels of each book, a line each. */
    Set<String> sees() throws IOException;

    /** How many levels of a book it keeps. */
    int levels();

    @Override
    void close();

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** With the Java SDK, in this process. */
    final class InJava implements Guest {
        private final Dice dice = new Dice(7);
        private final Tokens tokens = Tokens.inMemory();
        private final BotRunner runner;
        private final CompletableFuture<Ending> ending;
        private final AtomicLong wished = new AtomicLong();
        private volatile boolean quiet;
        private volatile @Nullable View seen;

        InJava(int port, String name) {
            runner = new BotRunner(
                    WebSocketWire.to(URI.create("ws://127.0.0.1:" + port)),
                    new Bot(name, tokens, this::onUpdate),
                    BotSettings.standard().withBeat(Duration.ofMillis(50)));
            ending = CompletableFuture.supplyAsync(runner::run, Thread::startVirtualThread);
        }

        private List<Wish> onUpdate(View view, Update update) {
            seen = view;
            return quiet || !(update instanceof Update.Beat) || !view.running() ? List.of() : wishes(view);
        }

        private List<Wish> wishes(View view) {
            List<Wish> wishes = new ArrayList<>();
            if (view.orders().size() > 6) {
                wishes.add(new Wish.Cancel(view.orders().getFirst().id()));
            }
            long number = wished.incrementAndGet();
            Market market = dice.of(view.markets());
            BigDecimal percent = new BigDecimal(98 + dice.below(5)).movePointLeft(2);
            wishes.add(new Wish.Limit(
                    market.symbol(),
                    dice.permille(500) ? Side.BUY : Side.SELL,
                    market.mark().multiply(percent).setScale(2, RoundingMode.HALF_EVEN),
                    new BigDecimal("0.001").add(BigDecimal.valueOf(number, 8))));
            return wishes;
        }

        @Override
        public String token() throws IOException, InterruptedException {
            if (!runner.awaitReady(20, TimeUnit.SECONDS)) {
                throw new IOException("not ready within 20 s");
            }
            return tokens.load().orElseThrow();
        }

        @Override
        public void keepQuiet() {
            quiet = true;
        }

        @Override
        public void goOn() {
            quiet = false;
        }

        @Override
        public long wishes() {
            return wished.get();
        }

        @Override
        public Set<String> sees() {
            Set<String> lines = new TreeSet<>();
            View view = seen;
            if (view != null) {
                view.orders()
                        .forEach(o ->
                                lines.add(o.id() + " " + o.symbol() + " " + plain(o.price()) + " " + plain(o.size())));
                view.wallet().forEach((asset, b) -> lines.add(asset + " " + plain(b.free()) + " " + plain(b.held())));
                view.markets().forEach(market -> {
                    add(lines, market.symbol() + " bids ", market.bestBid());
                    add(lines, market.symbol() + " asks ", market.bestAsk());
                });
            }
            return lines;
        }

        private static void add(Set<String> lines, String what, Market.@Nullable Level level) {
            if (level != null) {
                lines.add(what + plain(level.price()) + " " + plain(level.size()));
            }
        }

        @Override
        public int levels() {
            return 1;
        }

        @Override
        public void close() {
            runner.stop();
            ending.join();
        }
    }

    /** With another SDK, as a program: {@code COMMAND URL NAME HOME}. */
    final class Program implements Guest {
        private final Path home;
        private final String name;
        private final Process process;

        Program(List<String> command, int port, String name, Path home) throws IOException {
            this.home = home;
            this.name = name;
            List<String> all = new ArrayList<>(command);
            all.addAll(List.of("ws://127.0.0.1:" + port, name, home.toString()));
            process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .start();
        }

        @Override
        public String token() throws IOException {
            return Files.readString(home.resolve(name + ".token")).strip();
        }

        @Override
        public void keepQuiet() throws IOException {
            Files.createFile(home.resolve("quiet"));
        }

        @Override
        public void goOn() throws IOException {
            Files.deleteIfExists(home.resolve("quiet"));
        }

        @Override
        public long wishes() throws IOException {
            return Long.parseLong(Files.readString(home.resolve("wishes")));
        }

        @Override
        public Set<String> sees() throws IOException {
            Path sees = home.resolve("sees");
            return Files.exists(sees) ? new TreeSet<>(Files.readAllLines(sees)) : Set.of();
        }

        @Override
        public int levels() {
            return 500;
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }
}
