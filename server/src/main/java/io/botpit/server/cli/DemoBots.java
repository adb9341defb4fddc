package io.botpit.server.cli;

import io.botpit.bots.Bot;
import io.botpit.bots.BotRunner;
import io.botpit.bots.BotSettings;
import io.botpit.bots.Tokens;
import io.botpit.bots.WebSocketWire;
import io.botpit.bots.Wire;
import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.server.config.ServerConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The players of the demo. They come in through the front door, each over a socket of its own. */
final class DemoBots implements AutoCloseable {
    static final int BOTS_MAX = 100;

    private static final int LEAVE_SECONDS_MAX = 3;

    /** The kinds by turns: makers first, or there is nothing to trade with. */
    private static final List<String> TURNS =
            List.of("market-maker", "noise", "momentum", "noise", "mean-reversion", "market-maker", "noise", "noise");

    private final List<BotRunner> runners;
    private final CountDownLatch playing;

    private DemoBots(List<BotRunner> runners) {
        this.runners = runners;
        this.playing = new CountDownLatch(runners.size());
    }

    static List<String> names(int count) {
        return roster(count).stream().map(Entrant::name).toList();
    }

    /** The same crowd, to sit at a table of this process. */
    static List<HouseBot> crowd(int count, long seed) {
        return roster(count).stream()
                .map(entrant -> new HouseBot(entrant.name(), HouseBots.create(entrant.kind(), seed, entrant.number())))
                .toList();
    }

    /** Connects them all; the game starts when the last one is there. */
    static DemoBots start(ServerConfig config, Program.Server server, int count) {
        URI address = URI.create(ReadyLine.page(config, server).replaceFirst("^http", "ws"));
        Wire.Dialer dialer = WebSocketWire.to(address, HttpClient.newHttpClient());
        long seed = new SecureRandom().nextLong();
        List<BotRunner> runners = new ArrayList<>();
        for (Entrant entrant : roster(count)) {
            Bot bot = new Bot(
                    entrant.name(), Tokens.inMemory(), HouseBots.create(entrant.kind(), seed, entrant.number()));
            runners.add(new BotRunner(dialer, bot, BotSettings.standard()));
        }
        DemoBots bots = new DemoBots(runners);
        runners.forEach(bots::play);
        return bots;
    }

    private void play(BotRunner runner) {
        Thread.ofVirtual().start(() -> {
            try {
                runner.run();
            } finally {
                playing.countDown();
            }
        });
    }

    void stop() {
        runners.forEach(BotRunner::stop);
    }

    /** Waits a moment for them to say goodbye. */
    @Override
    public void close() {
        stop();
        try {
            var _ = playing.await(LEAVE_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Entrant(String kind, int number) {
        String name() {
            return kind + "-" + number;
        }
    }

    private static List<Entrant> roster(int count) {
        List<Entrant> roster = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String kind = TURNS.get(i % TURNS.size());
            int number =
                    (int) roster.stream().filter(e -> e.kind().equals(kind)).count() + 1;
            roster.add(new Entrant(kind, number));
        }
        return roster;
    }
}
