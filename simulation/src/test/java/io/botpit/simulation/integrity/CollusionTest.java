package io.botpit.simulation.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.PlayerId;
import io.botpit.game.report.BotReport;
import io.botpit.game.report.Flag;
import io.botpit.game.report.GameReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the report finds one bot that feeds another, and leaves honest ones alone. Few games each, unless {@code
 * botpit.integrity.games} says how many; the rates of 500 are in {@code docs/integrity.md}.
 */
class CollusionTest {
    private static final Logger LOG = LoggerFactory.getLogger(CollusionTest.class);
    private static final int GAMES = Integer.getInteger("botpit.integrity.games", 4);

    /** Above one in a hundred, a single false alarm in few games is no proof of too many. */
    private static final double FALSE_ALARMS_MAX = 0.01;

    @Test
    void honestBotsAreLeftAlone() {
        int alarms = 0;
        for (long seed = 1; seed <= GAMES; seed++) {
            GameReport report = PlottedGame.play(seed, 0).report();
            alarms += report.flags().isEmpty() ? 0 : 1;
        }

        LOG.info("{} of {} honest games raised a flag", alarms, GAMES);
        assertThat(alarms).isLessThanOrEqualTo((int) Math.ceil(FALSE_ALARMS_MAX * GAMES));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.60", "0.10, 0.95", "0.20, 0.99"})
    void feedingIsFound(double part, double least) {
        int games = 0;
        int found = 0;
        long seed = 100_000;
        while (games < GAMES) {
            PlottedGame.Played played = PlottedGame.play(++seed, part);
            if (played.fed()) {
                games++;
                found += isFound(played.report()) ? 1 : 0;
            }
        }

        LOG.info("{} of a wallet: found in {} of {} games", part, found, games);
        assertThat(found).isGreaterThanOrEqualTo((int) Math.floor(least * GAMES));
    }

    private static boolean isFound(GameReport report) {
        PlayerId receiver = player(report, Plot.RECEIVER);
        PlayerId giver = player(report, Plot.GIVER);
        return report.flags().contains(new Flag(Flag.Rule.FEEDING, receiver, giver));
    }

    private static PlayerId player(GameReport report, String name) {
        return report.bots().stream()
                .filter(bot -> bot.name().equals(name))
                .map(BotReport::player)
                .findFirst()
                .orElseThrow();
    }
}
