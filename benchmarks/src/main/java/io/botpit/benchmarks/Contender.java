package io.botpit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * A server that takes orders, or the echo that it is compared with.
 *
 * @param accounts one for each connection; none: nobody asks who comes
 * @param good how each answer to an order begins
 */
record Contender(String name, Child server, List<Account> accounts, String good) implements AutoCloseable {
    private static final int TEXTS = 64;
    private static final int BAND_TICKS = 40;

    /** Drives traffic through connections that are logged in. */
    @FunctionalInterface
    interface Drive {
        Histogram run(List<Lane> lanes) throws Exception;
    }

    static Contender botpit(String durability, int connections) throws IOException {
        Child server = Child.botpit(
                Files.createTempDirectory("botpit-bench"),
                "--preset",
                "open-market",
                "--rate-limit",
                "off",
                "--durability",
                durability);
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            try (Caller caller = Caller.connect(server.port(), "/")) {
                accounts.add(Account.register(caller, "trader" + i));
            }
        }
        return new Contender(durability, server, accounts, "{\"status\": true");
    }

    static Contender echo() throws IOException {
        return new Contender("bare echo", Child.bare(), List.of(), "{\"cmd\":");
    }

    Load load(int connections, Drive drive) throws Exception {
        List<Lane> lanes = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                lanes.add(lane(i));
            }
            double processor = server.processorSeconds();
            long began = System.nanoTime();
            Histogram nanos = drive.run(lanes);
            double seconds = (System.nanoTime() - began) / 1e9;
            double serverNanos = (server.processorSeconds() - processor) * 1e9;
            return new Load(
                    seconds,
                    nanos,
                    serverNanos,
                    lanes.stream().mapToInt(Lane::refused).sum());
        } finally {
            for (Lane lane : lanes) {
                lane.close();
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private Lane lane(int index) throws IOException {
        Lane lane = Lane.open(server.port(), good);
        if (!accounts.isEmpty()) {
            lane.ask(accounts.get(index).login());
        }
        lane.requests(orders(index));
        return lane;
    }

    /**
     * Buys and sells in turn, every buy at or above every sale: whatever rests is met by the next of the other side, so the book
     * stays as small as the number of orders in flight. Whoever meets himself shrinks both orders.
     */
    private static List<String> orders(int index) {
        SplittableRandom random = new SplittableRandom(index);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            boolean buys = (index + i) % 2 == 0;
            int off = random.nextInt(BAND_TICKS);
            int cents = 100_000 + (buys ? off : -off);
            texts.add("{\"cmd\":\"" + (buys ? "buy" : "sell") + "\",\"params\":{\"price\":\""
                    + cents / 100 + "." + cents / 10 % 10 + cents % 10
                    + "\",\"size\":\"0.00100000\",\"tif\":\"gtc\",\"stp\":\"decrement\"},\"id\":\"" + index + "-" + i
                    + "\"}");
        }
        return texts;
    }
}
