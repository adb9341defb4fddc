package io.botpit.simulation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.Standing;
import io.botpit.game.control.GameController;
import io.botpit.game.report.BotReport;
import io.botpit.game.report.Reporter;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.GameRules;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a report takes a score apart into, put together again: of a few games, unless {@code botpit.report.games} says how many. */
class AttributionTest {
    private static final int GAMES = Integer.getInteger("botpit.report.games", 150);
    private static final int COMMANDS = 200;

    /** Roundings of a wallet: one for each instrument's fee, and two for its value. */
    private static final int ROUNDINGS = 3;

    /**
     * @param table none of a void game
     * @param referred whether parts go by reference prices, and not by the marks that a plain closing settles at
     */
    private record Played(List<Standing> table, List<BotReport> bots, boolean referred) {}

    @Test
    void thePartsOfEachScoreAddUpToTheLastUnit() {
        int traded = 0;
        for (long seed = 1; seed <= GAMES; seed++) {
            GameRules rules = RulesDraw.rules(seed);
            Played played = play(seed, rules);
            List<BotReport> bots = played.bots;
            List<Standing> table = played.table;
            BigInteger limit =
                    BigInteger.valueOf((long) ROUNDINGS * rules.instruments().size());
            boolean plain = rules.schedule().closing().equals(Closing.PLAIN) && !played.referred;

            assertThat(bots).as("seed %d", seed).hasSameSizeAs(table);
            for (int row = 0; row < table.size(); row++) {
                BotReport bot = bots.get(row);
                assertThat(bot.attribution().total())
                        .as("seed %d, %s", seed, bot)
                        .isEqualTo(BigInteger.valueOf(table.get(row).score().units()));
                if (plain) {
                    assertThat(bot.attribution().settlement().abs())
                            .as("what is left over at the last mark, seed %d, %s", seed, bot)
                            .isLessThanOrEqualTo(limit);
                }
                traded += bot.conduct().trades() > 0 ? 1 : 0;
            }
        }
        assertThat(traded).isGreaterThan(GAMES);
    }

    private static Played play(long seed, GameRules rules) {
        GameController engine = new GameController(rules);
        Reporter reporter = new Reporter(rules);
        List<Standing> table = new ArrayList<>();
        NaiveGame naive = new NaiveGame(rules);
        CommandDraw draw = new CommandDraw(seed, naive);
        boolean referred = false;
        for (int i = 0; i <= COMMANDS; i++) {
            Stamped<Command> drawn = draw.next();
            Stamped<Command> command = i < COMMANDS ? drawn : ending(drawn);
            naive.apply(command);
            List<Event> events = engine.apply(command);
            reporter.see(new Committed(command, events));
            for (Event event : events) {
                if (event instanceof Event.Ended ended) {
                    table.addAll(ended.table());
                }
                referred |= event instanceof Event.ReferenceMoved;
            }
        }
        boolean ended = engine.phase() == GamePhase.ENDED;
        return new Played(table, ended ? reporter.report().bots() : List.of(), referred);
    }

    private static Stamped<Command> ending(Stamped<Command> last) {
        return new Stamped<>(
                last.sequence(), last.at(), new Command.RefereeCommand("test", new RefereeAct.End(EndCause.REFEREE)));
    }
}
