package io.botpit.simulation.audit;

import io.botpit.game.Answer;
import io.botpit.game.Command;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.Event;
import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.rules.GameRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The engine against the naive game: the same commands, and every answer compared. */
final class Duel {
    private static final int COMMANDS_PER_CHECK = 1_000;
    private static final int COMMANDS_AFTER_END = 25;

    private final long seed;
    private final List<Stamped<Command>> commands = new ArrayList<>();
    private final NaiveGame naive;
    private final GameController engine;

    private Duel(long seed) {
        GameRules rules = RulesDraw.rules(seed);
        this.seed = seed;
        this.naive = new NaiveGame(rules);
        this.engine = new GameController(rules);
    }

    /** Which comparison saw a difference. */
    enum Check {
        ENGINE("the engine's own invariants"),
        DRY_RUN("the dry run"),
        EVENTS("the events compared"),
        PHASE("the phase and the next deadline compared"),
        STATE("the state compared");

        private final String words;

        Check(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** @param text what is not the same */
    record Difference(Check check, String text) {
        static Optional<Difference> of(Check check, String text) {
            return Optional.of(new Difference(check, text));
        }
    }

    record Outcome(long seed, List<Stamped<Command>> commands, Optional<Difference> difference) {}

    /** A game of drawn commands; it stops at the first difference, soon after its end, or at the limit. */
    static Outcome drawn(long seed, int limit) {
        Duel duel = new Duel(seed);
        CommandDraw draw = new CommandDraw(seed, duel.naive);
        Optional<Difference> difference = Optional.empty();
        int afterEnd = 0;
        while (difference.isEmpty() && duel.commands.size() < limit && afterEnd < COMMANDS_AFTER_END) {
            afterEnd += duel.naive.isOver() ? 1 : 0;
            difference = duel.step(draw.next());
        }
        return duel.outcome(difference);
    }

    /** A game of given commands, which get new sequence numbers. */
    static Outcome given(long seed, List<Stamped<Command>> commands) {
        Duel duel = new Duel(seed);
        Optional<Difference> difference = Optional.empty();
        for (Stamped<Command> command : commands) {
            if (difference.isEmpty()) {
                difference = duel.step(new Stamped<>(duel.commands.size() + 1L, command.at(), command.value()));
            }
        }
        return duel.outcome(difference);
    }

    private Outcome outcome(Optional<Difference> difference) {
        return new Outcome(seed, commands, difference.or(this::compareStates));
    }

    private Optional<Difference> step(Stamped<Command> command) {
        commands.add(command);
        Optional<Answer> foretold = dryRun(command);
        List<Event> expected = naive.apply(command);
        if (foretold.isPresent() && !isForetold(expected, foretold.get())) {
            return Difference.of(
                    Check.DRY_RUN, "dry run of " + command + "\nexpected " + expected + "\nactual   " + foretold.get());
        }
        List<Event> actual;
        try {
            actual = engine.apply(command).stream().map(Duel::withoutWords).toList();
        } catch (RuntimeException broken) {
            return Difference.of(Check.ENGINE, "command " + command + "\nthe engine throws " + broken);
        }
        if (!expected.equals(actual)) {
            return Difference.of(Check.EVENTS, "command " + command + "\n" + apart(expected, actual));
        }
        if (engine.phase() != naive.phase || !engine.wakeAt().equals(naive.wakeAt())) {
            return Difference.of(
                    Check.PHASE,
                    "after " + command + "\nexpected " + naive.phase + ", wakes at " + naive.wakeAt() + "\nactual   "
                            + engine.phase() + ", wakes at " + engine.wakeAt());
        }
        return commands.size() % COMMANDS_PER_CHECK == 0 ? compareStates() : Optional.empty();
    }

    /** What the engine says it would do with an order, where nothing else comes first. */
    private Optional<Answer> dryRun(Stamped<Command> command) {
        boolean nothingDue = engine.wakeAt().map(command.at()::isBefore).orElse(true);
        boolean open = commands.size() > 1;
        return command.value() instanceof PlayerCommand(PlayerId player, PlaceOrder order)
                        && nothingDue
                        && open
                        && !naive.state.usesAgain(player, order)
                ? Optional.of(engine.answer(new Query.DryRun(player, order)))
                : Optional.empty();
    }

    private static boolean isForetold(List<Event> events, Answer answer) {
        return switch (events.getFirst()) {
            case Event.Rejected rejected ->
                answer instanceof Answer.Refused refused && refused.reason() == rejected.reason();
            default -> answer instanceof Answer.WouldAccept;
        };
    }

    private Optional<Difference> compareStates() {
        return new StateCheck(naive, engine).difference().map(text -> new Difference(Check.STATE, text));
    }

    /** Texts for people are the engine's own. */
    static Event withoutWords(Event event) {
        return switch (event) {
            case Event.Rejected rejected -> new Event.Rejected(rejected.player(), rejected.reason(), "");
            case Event.Overruled overruled -> new Event.Overruled(overruled.reason(), "");
            case Event.PhaseChanged changed ->
                new Event.PhaseChanged(changed.from(), changed.to(), "", changed.endsAt());
            default -> event;
        };
    }

    static String apart(List<Event> expected, List<Event> actual) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String left = i < expected.size() ? expected.get(i).toString() : "nothing";
            String right = i < actual.size() ? actual.get(i).toString() : "nothing";
            if (left.equals(right)) {
                text.append("both     ").append(left).append('\n');
            } else {
                text.append("expected ").append(left).append('\n');
                text.append("actual   ").append(right).append('\n');
            }
        }
        return text.toString();
    }
}
