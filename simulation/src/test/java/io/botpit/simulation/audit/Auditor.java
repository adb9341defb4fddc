package io.botpit.simulation.audit;

import io.botpit.game.Answer;
import io.botpit.game.Command;
import io.botpit.game.Event;
import io.botpit.game.Query;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.control.GameView;
import io.botpit.game.rules.GameRules;
import java.util.List;

/** Plays a journal again, in the engine and in the naive game, and compares. */
public final class Auditor {
    private final NaiveGame naive;
    private final GameController engine;

    public Auditor(GameRules rules) {
        naive = new NaiveGame(rules);
        engine = new GameController(rules);
    }

    /** The engine's events; {@link AssertionError} if the naive game expects others. */
    public List<Event> apply(Stamped<Command> command) {
        List<Event> expected = naive.apply(command);
        List<Event> events = engine.apply(command);
        List<Event> actual = events.stream().map(Duel::withoutWords).toList();
        if (!expected.equals(actual)) {
            throw new AssertionError("command " + command + "\n" + Duel.apart(expected, actual));
        }
        return events;
    }

    public Answer answer(Query query) {
        return engine.answer(query);
    }

    public GameView view() {
        return engine.view();
    }

    /** Compares all that can be asked; {@link AssertionError} where it differs. */
    public void compareStates() {
        new StateCheck(naive, engine).difference().ifPresent(difference -> {
            throw new AssertionError(difference);
        });
    }
}
