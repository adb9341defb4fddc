package io.botpit.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A server that takes orders, or the echo that it is compared with.
 *
 * @param accounts one for each connection; none: nobody asks who comes
 * @param good how each answer to an order begins
 */
record Contender(String name, Child server, List<Account> accounts, String good) implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    /** Of one processor: below it nothing is done but to wait. */
    private static final double QUIET_SHARE = 0.1;

    /** Drives traffic through connections that are logged in. */
    @FunctionalInterface
    interface Drive {
        Histogram run(List<Lane> lanes) throws Exception;
    }

    static Contender botpit(String durability, int connections) throws IOException {
        Child server = Child.botpit("--preset", "open-market", "--rate-limit", "off", "--durability", durability);
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

    /**
     * Waits until the tables have all that was traded, and the JVM has compiled what it has learnt to be worth it: what they
     * cost is not to be charged to whoever is loaded next.
     */
    void settle() throws IOException, InterruptedException {
        while (isBusy() || !accounts.isEmpty() && tablesWait()) {
            // Looking takes its time.
        }
    }

    private boolean isBusy() throws IOException, InterruptedException {
        double before = server.processorSeconds();
        server.runFor(LOOK_EVERY);
        return (server.processorSeconds() - before) * 1e3 > QUIET_SHARE * LOOK_EVERY.toMillis();
    }

    private boolean tablesWait() throws IOException {
        Child.Meters meters = server.meters();
        return meters.value("botpit_projector_games_behind") + meters.value("botpit_projector_waiting") > 0;
    }

    Load load(int connections, Drive drive) throws Exception {
        List<Lane> lanes = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                lanes.add(lane(i));
            }
            return Load.of(lanes, drive, server);
        } finally {
            for (Lane lane : lanes) {
                lane.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private Lane lane(int index) throws IOException {
        Lane lane = Lane.open(server.port(), good);
        if (!accounts.isEmpty()) {
            lane.ask(accounts.get(index).login());
        }
        lane.requests(Orders.of(index));
        return lane;
    }
}
