package io.botpit.simulation.arena;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bots that place and cancel as fast as they are answered, and remember what they were told. No player places two orders
 * at the same price, so a name and a price are an order, such as {@code ann at 600.01}. The server
 * needs preset {@code open-market}, where bids alone do not move the mark.
 */
final class Load implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FIRST_CENT = 60_000;
    private static final int PRICES = 80_000;

    private final List<Bot> bots = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    private Load() {}

    /** Registers the players and lets them trade at once. */
    static Load start(int port, String... names) throws IOException, InterruptedException {
        Load load = new Load();
        for (String name : names) {
            Bot bot = Bot.register(port, name);
            load.bots.add(bot);
            load.threads.add(Thread.ofPlatform().name("load-" + name).start(() -> load.trade(name, bot)));
        }
        return load;
    }

    /** What the server said it has; a copy. */
    Set<String> acknowledged() {
        return new TreeSet<>(acknowledged);
    }

    /** The codes of all refusals. */
    Set<String> refusals() {
        return refusals;
    }

    List<Bot> bots() {
        return bots;
    }

    /** Waits until so many orders more are acknowledged. */
    void awaitMore(int orders) {
        int then = acknowledged.size() + orders;
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= then);
    }

    /** All orders in the journals of a data folder. */
    static Set<String> stored(Path data) throws IOException, InterruptedException {
        ServerProcess.Finished export = ServerProcess.runHere("export", "orders", "--data", data.toString());
        if (export.exit() != 0) {
            throw new IOException("no export: " + export.err());
        }
        return export.out()
                .lines()
                .map(JSON::readTree)
                .map(order -> order.get("player").asString() + " at "
                        + order.get("kind").asString().split(" ", -1)[3])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void trade(String name, Bot bot) {
        try {
            for (int i = 0; !stopped && i < PRICES; i++) {
                String price = BigDecimal.valueOf(FIRST_CENT + i, 2).toPlainString();
                JsonNode order = bot.ask("buy", Map.of("price", price, "size", "0.01"));
                if (order.get("status").asBoolean()) {
                    acknowledged.add(name + " at " + price);
                    bot.ask(
                            "cancel",
                            Map.of("order_id", order.get("data").get("id").asString()));
                } else {
                    refusals.add(order.get("code").asString());
                }
            }
        } catch (IOException | CompletionException e) {
            refusals.add("connection closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** No more orders; the connections stay. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        stopped = true;
        bots.forEach(Bot::close);
    }
}
