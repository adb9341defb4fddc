package io.botpit.server.scenario;

import io.botpit.bots.house.Guide;
import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GameTime;
import io.botpit.game.RefereeAct;
import io.botpit.game.rules.GameRules;
import io.botpit.game.scenario.PlayClock;
import io.botpit.game.scenario.Scenario;
import io.botpit.game.scenario.Script;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.loop.GameLoop;
import io.botpit.server.loop.Outcome;
import io.botpit.server.loop.Scheduler;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a game's scenario happen: in each second of play the referee's acts of its script, all of them and in their order,
 * so that the number of those in the journal says where to go on after a crash. Stands while the game does. Game's thread
 * only, but for the guide, which any thread reads.
 */
public final class ScenarioDriver implements CommitListener {
    /** Who acts, in the journal. */
    public static final String BY = "scenario";

    private static final Duration BUSY_PAUSE = Duration.ofMillis(100);

    private final Script script;
    private final Scheduler scheduler;
    private final QuoteBoard board;
    private final PlayClock clock = new PlayClock();
    private @Nullable GameLoop loop;
    private long actsSeen;

    /** The second whose acts come next, and how many of them were done already by an earlier process. */
    private long next;

    private long skip;

    /** The second a timer is set for; negative: none is. */
    private long awaited = -1;

    public ScenarioDriver(Scenario scenario, GameRules rules, Scheduler scheduler) {
        this.script = new Script(scenario, rules);
        this.scheduler = scheduler;
        this.board = new QuoteBoard(script, rules);
    }

    public Scenario scenario() {
        return script.scenario();
    }

    /** What the house's makers are to quote. */
    public Guide guide() {
        return board;
    }

    /** Follows the game, as an earlier process left it or as it goes on. */
    public void see(Committed commit) {
        clock.see(commit);
        if (commit.command().value() instanceof Command.RefereeCommand(String by, var _) && by.equals(BY)) {
            actsSeen++;
        }
    }

    /** From now on it acts; called once, before the game's loop starts, after all of the past was seen. */
    public void drive(GameLoop game) {
        loop = game;
        skip = actsSeen;
        while (skip > 0 && next < Scenario.SECONDS_MAX) {
            int acts = script.acts(next).size();
            if (acts > skip) {
                break;
            }
            skip -= acts;
            next++;
        }
        board.turnTo(next);
        game.listen(this);
    }

    @Override
    public void committed(List<Committed> batch) {
        batch.forEach(this::see);
        if (loop != null) {
            act(loop);
        }
    }

    private void act(GameLoop game) {
        if (!clock.isRunning()) {
            return;
        }
        GameTime now = game.now();
        long second = clock.second(now);
        if (next <= second) {
            for (; next <= second; next++) {
                script.acts(next).stream().skip(skip).forEach(act -> owe(game, act));
                skip = 0;
            }
            board.turnTo(second);
        }
        if (awaited != next) {
            awaited = next;
            wait(game, Duration.of(clock.microsUntil(next, now), ChronoUnit.MICROS));
        }
    }

    private static void owe(GameLoop game, RefereeAct act) {
        game.owe(new Command.RefereeCommand(BY, act), _ -> {});
    }

    /** The timer's thread hands over to the game's. */
    private void wait(GameLoop game, Duration pause) {
        var _ = scheduler.after(pause, () -> {
            boolean heard = game.ask(List.of(), outcome -> {
                awaited = -1;
                if (outcome instanceof Outcome.Done) {
                    act(game);
                }
            });
            if (!heard) {
                wait(game, BUSY_PAUSE);
            }
        });
    }
}
