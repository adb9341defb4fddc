package io.botpit.server;

import io.botpit.bots.Bot;
import io.botpit.bots.BotRunner;
import io.botpit.bots.BotSettings;
import io.botpit.bots.Ending;
import io.botpit.bots.Tokens;
import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.scenario.House;
import io.botpit.server.lobby.Account;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.ArenaLobby.HouseAccount;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.scenario.ScenarioDriver;
import io.botpit.server.session.Sessions;
import io.botpit.server.tournament.HouseSeats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The house's own bots, each on a virtual thread of its own: those of the default game that were asked for, those that
 * scenarios bring, and those of tournaments. Any thread.
 */
final class HouseTable implements AutoCloseable, HouseSeats {
    private static final Logger LOG = LoggerFactory.getLogger(HouseTable.class);
    /** All of them together. */
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(1);

    private final ArenaLobby lobby;
    private final Sessions sessions;
    private final Map<BotRunner, Thread> playing = new ConcurrentHashMap<>();

    /** A new token would make the one worthless with which the same bot comes into another game. */
    private final Map<String, HouseAccount> accounts = new ConcurrentHashMap<>();

    private final Set<String> dummies = ConcurrentHashMap.newKeySet();
    private final Set<GameId> furnished = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    HouseTable(ArenaLobby lobby, Sessions sessions) {
        this.lobby = lobby;
        this.sessions = sessions;
    }

    /** Seats the bots of a specification such as {@code market-maker:1,noise:4}. */
    void seat(String specification, long seed) {
        HouseBots.roster(specification, seed).forEach(bot -> seat(bot, BotSettings.standard()));
    }

    /** Seats the house of every game with a scenario. */
    void follow() {
        lobby.onOpened(this::furnish);
        lobby.openGames().forEach(this::furnish);
    }

    /** On a thread of its own, for the lobby must go on. */
    private void furnish(OpenGame game) {
        if (!game.isOver() && furnished.add(game.id())) {
            game.scenario()
                    .ifPresent(driver -> Thread.ofVirtual()
                            .name("house-of-" + game.id())
                            .start(() -> seat(game.id(), driver, game.rules().seed())));
        }
    }

    private void seat(GameId game, ScenarioDriver driver, long seed) {
        House house = driver.scenario().house();
        BotSettings settings = BotSettings.standard().withGame(game.text());
        HouseBots.around(driver.guide(), house.makers(), house.noise(), seed).forEach(bot -> seat(bot, settings));
    }

    @Override
    public void makeMarket(GameId game, String roster, long seed) {
        BotSettings settings = BotSettings.standard().withGame(game.text());
        Thread.ofVirtual()
                .name("market-of-" + game)
                .start(() -> HouseBots.roster(roster, seed).forEach(bot -> seat(bot, settings)));
    }

    @Override
    public List<PlayerId> dummies(int count, long seed) {
        List<PlayerId> seated = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            String name = "dummy-" + number;
            String kind = HouseBots.KINDS.get(number % HouseBots.KINDS.size());
            if (dummies.add(name)) {
                seat(
                        new HouseBot(name, HouseBots.create(kind, seed, number)),
                        BotSettings.standard().staying());
            }
            lobby.accounts().named(account(name).name()).map(Account::id).ifPresent(seated::add);
        }
        return seated;
    }

    private HouseAccount account(String wanted) {
        return accounts.computeIfAbsent(wanted, name -> lobby.house(name).join());
    }

    private void seat(HouseBot bot, BotSettings settings) {
        HouseAccount account = account(bot.name());
        BotRunner runner = new BotRunner(
                listener -> HouseLine.open(sessions, listener),
                new Bot(account.name(), Tokens.inMemory(Optional.of(account.token())), bot.strategy()),
                settings.withoutOrderNames().withLog(line -> LOG.debug("{}: {}", bot.name(), line)));
        Thread thread = Thread.ofVirtual().name("house-" + bot.name()).unstarted(() -> play(runner, bot.name()));
        playing.put(runner, thread);
        thread.start();
        if (closed.get()) {
            runner.stop();
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        playing.keySet().forEach(BotRunner::stop);
        Instant deadline = Instant.now().plus(LEAVE_WITHIN);
        try {
            for (Thread thread : playing.values()) {
                if (!thread.join(Duration.between(Instant.now(), deadline))) {
                    LOG.warn("{} did not leave within {} s", thread.getName(), LEAVE_WITHIN.toSeconds());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(BotRunner runner, String name) {
        Ending ending = runner.run();
        playing.remove(runner);
        LOG.atInfo().addKeyValue("player", name).log("house bot {} left: {}", name, ending.why());
    }
}
