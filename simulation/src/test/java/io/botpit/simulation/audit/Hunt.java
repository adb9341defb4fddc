package io.botpit.simulation.audit;

import io.botpit.game.Command;
import io.botpit.game.Event;
import io.botpit.game.InvariantBroken;
import io.botpit.game.Stamped;
import io.botpit.game.audit.GameAudit;
import io.botpit.game.control.GameController;
import io.botpit.simulation.audit.Duel.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Plays drawn games, the same ones every time, until a check objects; says which one and after how many commands.
 * Public, and only of types of the JDK on its outside, because it is also loaded anew beside a changed engine.
 */
public final class Hunt implements Supplier<Optional<String>> {
    private static final int GAMES = 100;
    private static final int COMMANDS_PER_GAME = 1_000;

    /** The first objection, or empty: all games went by without one. */
    @Override
    public Optional<String> get() {
        int commands = 0;
        for (long seed = 1; seed <= GAMES; seed++) {
            Outcome outcome = Duel.drawn(seed, COMMANDS_PER_GAME);
            commands += outcome.commands().size();
            if (outcome.difference().isPresent()) {
                Duel.Check check = outcome.difference().get().check();
                String events = showsInEvents(outcome) ? "show it" : "do not show it";
                return Optional.of(check.words() + ", after " + commands + " commands; the events alone " + events);
            }
        }
        return Optional.empty();
    }

    /** Whether the invariants that are read off the events see it too, knowing nothing of the naive game. */
    private static boolean showsInEvents(Outcome outcome) {
        GameController engine = new GameController(RulesDraw.rules(outcome.seed()));
        GameAudit audit = new GameAudit(RulesDraw.rules(outcome.seed()));
        for (Stamped<Command> command : outcome.commands()) {
            List<Event> events;
            try {
                events = engine.apply(command);
            } catch (RuntimeException refused) {
                // The engine gave up before it told anything.
                return false;
            }
            try {
                audit.record(command, events);
            } catch (InvariantBroken seen) {
                return true;
            }
        }
        return false;
    }
}
