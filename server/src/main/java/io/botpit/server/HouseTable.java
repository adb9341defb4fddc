package io.botpit.server;

import io.botpit.bots.Bot;
import io.botpit.bots.BotRunner;
import io.botpit.bots.BotSettings;
import io.botpit.bots.Ending;
import io.botpit.bots.Tokens;
import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.ArenaLobby.HouseAccount;
import io.botpit.server.session.Sessions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The house's own bots, each on a virtual thread of its own. Opened and closed by one thread. */
final class HouseTable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HouseTable.class);
    /** All of them together. */
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(1);

    private final ArenaLobby lobby;
    private final Sessions sessions;
    private final List<BotRunner> runners = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    HouseTable(ArenaLobby lobby, Sessions sessions) {
        this.lobby = lobby;
        this.sessions = sessions;
    }

    /** Seats the bots of a specification such as {@code market-maker:1,noise:4}. */
    void seat(String specification, long seed) throws IOException {
        for (HouseBot bot : HouseBots.roster(specification, seed)) {
            Tokens tokens = Tokens.inMemory();
            HouseAccount account = lobby.house(bot.name()).join();
            tokens.save(account.token());
            BotSettings settings = BotSettings.standard().withLog(line -> LOG.debug("{}: {}", bot.name(), line));
            BotRunner runner = new BotRunner(
                    listener -> HouseLine.open(sessions, listener),
                    new Bot(account.name(), tokens, bot.strategy()),
                    settings);
            runners.add(runner);
            threads.add(Thread.ofVirtual().name("house-" + bot.name()).start(() -> play(runner, bot.name())));
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        runners.forEach(BotRunner::stop);
        Instant deadline = Instant.now().plus(LEAVE_WITHIN);
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.between(Instant.now(), deadline))) {
                    LOG.warn("{} did not leave within {} s", thread.getName(), LEAVE_WITHIN.toSeconds());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void play(BotRunner runner, String name) {
        Ending ending = runner.run();
        LOG.atInfo().addKeyValue("player", name).log("house bot {} left: {}", name, ending.why());
    }
}
