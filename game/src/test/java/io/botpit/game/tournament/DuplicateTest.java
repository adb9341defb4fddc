package io.botpit.game.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.random.Dice;
import io.botpit.game.tournament.Format.Tables;
import io.botpit.game.tournament.TournamentStanding.Spread;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whether the same market at all tables tells bots apart sooner. What a bot makes of a game is its strength, the luck of
 * the market and of the seat in it, and luck of its own, all with heavy tails; without the same market each table has
 * its own market and seats.
 */
class DuplicateTest {
    private static final int BOTS = 16;
    private static final int TABLE = 4;
    private static final int ROUNDS = 15;
    private static final int TOURNAMENTS = Integer.getInteger("botpit.tournaments", 60);
    /** How much better each bot is than the next one, in deviations of its luck. */
    private static final double STEP = 0.1;

    private static final double SCORE_UNIT = 1_000_000;

    @Test
    void withTheSameMarketFivePairsInAHundredMoreAreInTheRightOrder() {
        double fresh = 0;
        double same = 0;
        for (int luck = 0; luck < TOURNAMENTS; luck++) {
            fresh += pairsInOrder(played(false, STEP, luck)) / TOURNAMENTS;
            same += pairsInOrder(played(true, STEP, luck)) / TOURNAMENTS;
        }

        assertThat(same - fresh)
                .as("pairs in order of 100: %.1f with the same market, %.1f without", same, fresh)
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void amongEqualsIntervalsHoldTheTruthAndFewAreToldApart() {
        int told = 0;
        int held = 0;
        for (int luck = 0; luck < TOURNAMENTS; luck++) {
            Stage stage = played(true, 0, luck);
            for (int bot = 1; bot <= BOTS; bot++) {
                Spread spread = Objects.requireNonNull(stage.row(bot).spread());
                held += spread.low() <= 0 && 0 <= spread.high() ? 1 : 0;
                told += stage.row(bot).tier() > 1 ? 1 : 0;
            }
        }

        assertThat(100.0 * held / (BOTS * TOURNAMENTS)).as("intervals of 100").isBetween(92.0, 99.5);
        assertThat(100.0 * told / (BOTS * TOURNAMENTS))
                .as("bots of 100 behind the first tier")
                .isLessThan(10);
    }

    private static Stage played(boolean same, double step, long luck) {
        return new Stage(Stage.plan(new Tables(TABLE, ROUNDS), same), luck)
                .start(BOTS)
                .play(bout -> showings(bout, same, step, new Dice(luck)));
    }

    private static List<Showing> showings(Bout bout, boolean same, double step, Dice luck) {
        Dice market = luck.split("market").split(same ? bout.spot().round() : bout.number());
        double ofAll = heavy(market);
        return Stage.showings(bout.seats().stream()
                .mapToDouble(bot -> ofAll
                        + heavy(market.split(bout.seats().indexOf(bot)))
                        + heavy(luck.split(bout.number()).split(bot.number()))
                        - step * bot.number())
                .mapToLong(score -> StrictMath.round(SCORE_UNIT * score))
                .toArray());
    }

    /** Student's t with three degrees of freedom. */
    private static double heavy(Dice dice) {
        double squares = IntStream.range(0, 3)
                .mapToDouble(_ -> dice.gaussian())
                .map(x -> x * x / 3)
                .sum();
        return dice.gaussian() / StrictMath.sqrt(squares);
    }

    /** How many of 100 pairs stand as their strength is; a tie is half right. */
    private static double pairsInOrder(Stage stage) {
        double right = 0;
        List<TournamentStanding> rows =
                IntStream.rangeClosed(1, BOTS).mapToObj(stage::row).toList();
        for (int better = 0; better < BOTS; better++) {
            for (int worse = better + 1; worse < BOTS; worse++) {
                right += 0.5
                        + 0.5
                                * Integer.signum(rows.get(better)
                                        .points()
                                        .compareTo(rows.get(worse).points()));
            }
        }
        return 100 * right / (BOTS * (BOTS - 1) / 2);
    }
}
