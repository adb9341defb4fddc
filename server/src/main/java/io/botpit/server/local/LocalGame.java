package io.botpit.server.local;

import io.botpit.bots.View;
import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.control.GameController;
import io.botpit.game.control.GameView;
import io.botpit.game.port.EventStore;
import io.botpit.game.rules.GameRules;
import io.botpit.game.scenario.House;
import io.botpit.game.scenario.Scenario;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.loop.GameLoop;
import io.botpit.server.loop.LoopLimits;
import io.botpit.server.loop.Machinery;
import io.botpit.server.scenario.ScenarioDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A game among strategies in virtual time, which begins at zero, on the server's own loop: players have their beats in
 * turn, each sees the game as it then is, and what it wishes is carried out at once, or in fair mode with its batch. Same
 * rules and players, same game. One thread.
 */
public final class LocalGame {
    /** From one beat of a player to the next, in microseconds. */
    public static final long BEAT_MICROS = Table.BEAT_MICROS;

    private static final GameId ID = new GameId("local");

    private final VirtualTime time = new VirtualTime(GameTime.EPOCH);
    private final GameLoop loop;
    private final Table table;
    private final List<Seat> seats = new ArrayList<>();

    /**
     * Seats the players and opens the game.
     *
     * @param witness hears of every command and what came of it
     */
    public LocalGame(GameRules rules, List<HouseBot> players, Consumer<Committed> witness) {
        this(rules, null, players, witness);
    }

    /**
     * Likewise, in a world of its own: the scenario's house sits at the table, too, and every second brings what the
     * script says.
     *
     * @param rules of a game in that world
     */
    public LocalGame(GameRules rules, @Nullable Scenario world, List<HouseBot> players, Consumer<Committed> witness) {
        Machinery machinery = new Machinery(time, time, time, LocalGame::broke, LoopLimits.STANDARD);
        this.loop = new GameLoop(ID, new GameController(rules), new Told(witness), machinery);
        this.table = new Table(time, rules, loop);
        loop.listen(new Alert());
        if (world == null) {
            loop.start();
        } else {
            ScenarioDriver driver = new ScenarioDriver(world, rules, time);
            driver.drive(loop);
            loop.start();
            House house = world.house();
            HouseBots.around(driver.guide(), house.makers(), house.noise(), rules.seed())
                    .forEach(bot -> seat(bot, RefereeAct.AdmitHouse::new));
        }
        players.forEach(bot -> seat(bot, RefereeAct.Admit::new));
        time.settle();
    }

    /** Instead of a journal: whoever looks on. */
    private record Told(Consumer<Committed> witness) implements EventStore {
        @Override
        public void append(List<Committed> batch) {
            batch.forEach(witness);
        }

        @Override
        public void close() {}
    }

    /** Nobody reads the log of such a game: what breaks it is thrown at whoever plays it. */
    private static final class Alert implements CommitListener {
        @Override
        public void committed(List<Committed> batch) {}

        @Override
        public void broke(Throwable cause) {
            LocalGame.broke("the game broke", cause);
        }
    }

    private static void broke(String what, Throwable cause) {
        throw new IllegalStateException(what + ": " + cause.getMessage(), cause);
    }

    private void seat(HouseBot bot, BiFunction<PlayerId, String, RefereeAct> admission) {
        PlayerId player = new PlayerId(seats.size() + 1);
        loop.owe(new Command.RefereeCommand(GameLoop.SERVER, admission.apply(player, bot.name())), _ -> {});
        Seat seat = new Seat(player, bot, table);
        seats.add(seat);
        table.seat(seat);
    }

    /** Plays up to a moment of the game, or until it is over. */
    public void playUntil(GameTime end) {
        table.playUntil(end);
    }

    public boolean isOver() {
        return table.isOver();
    }

    /** A recent picture of the game: a quarter of a second old at most, and never of an earlier phase. */
    public GameView view() {
        return table.view();
    }

    /** The game as each player sees it now. */
    public List<View> views() {
        return seats.stream().map(Seat::view).toList();
    }
}
