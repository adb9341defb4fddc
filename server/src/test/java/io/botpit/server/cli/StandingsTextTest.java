package io.botpit.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StandingsTextTest {
    @Test
    void namesStandLeftAndMoneyRight() {
        StandingsText text = new StandingsText(List.of(
                Map.of("place", "1", "name", "market-maker-1", "equity", "30012.549", "score", "12.549"),
                Map.of("place", "2", "name", "noise-1", "equity", "1234567.00", "score", "-0.40")));

        assertThat(text.lines("Standings"))
                .containsExactly(
                        "",
                        "  Standings",
                        "    #  bot                   equity USD           score",
                        "    1  market-maker-1         30,012.55          +12.55",
                        "    2  noise-1             1,234,567.00           -0.40");
    }

    @Test
    void anEmptyTableSaysSo() {
        assertThat(new StandingsText(List.of()).lines("Standings")).last().isEqualTo("       nobody yet");
    }
}
