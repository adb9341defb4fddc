package io.botpit.simulation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.Stamped;
import io.botpit.simulation.audit.Duel.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The engine against the naive game, after every command. {@code -Dbotpit.seeds=N} plays more games, {@code
 * -Dbotpit.seed=N} starts with another one.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DifferentialTest {
    private static final int COMMANDS_PER_SEED = 10_000;

    @Test
    @Order(1)
    void everythingThatEverFailedIsStillMended() {
        for (Regressions.Old old : Regressions.all()) {
            check(old.play(COMMANDS_PER_SEED));
        }
    }

    @Test
    @Order(2)
    void theEngineDoesWhatTheRulesSay() {
        long first = Long.getLong("botpit.seed", 1);
        long seeds = Long.getLong("botpit.seeds", 100);
        System.out.println("games are drawn from seed " + first + " on, " + seeds * COMMANDS_PER_SEED + " commands");
        long commands = 0;
        long seed = first;
        // A game may end early; then one more is played.
        while (commands < seeds * COMMANDS_PER_SEED) {
            Outcome outcome = Duel.drawn(seed, COMMANDS_PER_SEED);
            check(outcome);
            commands += outcome.commands().size();
            seed++;
        }
        System.out.println(commands + " commands in " + (seed - first) + " games, no difference");
        assertThat(commands).isGreaterThanOrEqualTo(seeds * COMMANDS_PER_SEED);
    }

    @Test
    void aCaseIsReadAsItWasWritten() {
        CommandDraw draw = new CommandDraw(7, new NaiveGame(RulesDraw.rules(7)));
        List<Stamped<Command>> drawn = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            drawn.add(draw.next());
        }

        List<Stamped<Command>> read = drawn.stream()
                .map(command -> CaseText.parse(command.sequence(), CaseText.line(command)))
                .toList();

        assertThat(read).isEqualTo(drawn);
    }

    private static void check(Outcome outcome) {
        if (outcome.difference().isEmpty()) {
            return;
        }
        String first = "seed " + outcome.seed() + ", " + RulesDraw.rules(outcome.seed()) + "\nafter "
                + outcome.commands().size() + " commands";
        System.out.println(first);
        Outcome small = Shrink.shrink(outcome);
        throw new AssertionError(first + "\n\nfor regressions.txt:\n" + Regressions.text(small) + "\n"
                + small.difference().map(Duel.Difference::text).orElse("no difference in the shrunk case"));
    }
}
