package io.botpit.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.bots.house.HouseBots;
import io.botpit.game.GameTime;
import io.botpit.game.rules.Presets;
import io.botpit.server.local.LocalGame;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plot below the final table. */
class EquityPlotTest {
    /** Of a row, before its first column. */
    private static final int LABEL_CHARS = 16;

    /** One for each second of a game of 63. */
    private static final int COLUMNS = 64;

    private final LocalGame game =
            new LocalGame(Presets.named("open-market", 3), HouseBots.roster("market-maker:1,noise:3", 3), _ -> {});
    private final EquityPlot plot = new EquityPlot();

    private void look(double second) {
        game.playUntil(new GameTime((long) (second * 1_000_000)));
        plot.add(game.view());
    }

    /** What is drawn, without labels; a row is as long as the plot is wide. */
    private List<String> rows() {
        return plot.lines().stream()
                .filter(line -> line.length() >= LABEL_CHARS && line.charAt(LABEL_CHARS - 1) == '|')
                .map(line -> line.substring(LABEL_CHARS))
                .map(line -> line + " ".repeat(COLUMNS - line.length()))
                .toList();
    }

    @Test
    void aMomentStandsWhereItsTimeIs() {
        for (int step = 0; step <= 40; step++) {
            look(step / 4.0);
        }
        look(63);

        // Nobody looked between the eleventh column and the last.
        assertThat(rows())
                .hasSize(14)
                .allSatisfy(row -> assertThat(row.substring(10, COLUMNS - 1))
                        .isEqualTo(row.substring(10, 11).repeat(COLUMNS - 11)));
        assertThat(plot.lines()).anyMatch(line -> line.endsWith(" 63 s"));
    }
}
