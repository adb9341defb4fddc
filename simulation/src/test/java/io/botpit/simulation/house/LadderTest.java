package io.botpit.simulation.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How strong the house bots are. {@code -Dbotpit.ladder.games=200} plays all that {@code docs/house-bots.md} shows; without
 * it half of them are played, and the same is expected.
 */
class LadderTest {
    private static final int GAMES = Integer.getInteger("botpit.ladder.games", 100);

    /** From the strongest to the weakest. */
    private static final List<String> RUNGS = List.of("gdx", "aa", "shaver", "vwap", "zi-c", "giveaway");

    private static final double APART = 100;

    @Test
    void sixKindsOfHouseBotsAreAHundredPointsApart() {
        Ladder ladder = new Ladder();

        ladder.play(GAMES);

        List<Ladder.Rung> rungs = ladder.rungs();
        String table = rungs.stream().map(Ladder.Rung::toString).collect(Collectors.joining("\n"));
        System.out.println("Ladder after " + GAMES + " games:\n" + table);
        for (int i = 1; i < RUNGS.size(); i++) {
            assertThat(rating(rungs, RUNGS.get(i - 1)) - rating(rungs, RUNGS.get(i)))
                    .as("%s over %s in\n%s", RUNGS.get(i - 1), RUNGS.get(i), table)
                    .isGreaterThanOrEqualTo(APART);
        }
    }

    private static double rating(List<Ladder.Rung> rungs, String kind) {
        return rungs.stream()
                .filter(rung -> rung.kind().equals(kind))
                .mapToDouble(Ladder.Rung::rating)
                .findFirst()
                .orElseThrow();
    }
}
