package io.botpit.simulation.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.bots.View;
import io.botpit.bots.house.HouseBots;
import io.botpit.game.Reason;
import io.botpit.game.rules.Presets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All kinds of house bots at one table, under the rules of every preset. */
class EveryKindTest {
    private static final String BACKGROUND = "market-maker:2,noise:4,";
    /** So many makers keep the price where it is. */
    private static final String WAITS_FOR_A_TREND = "momentum-1";

    private static final int MINUTES = 9;

    static Stream<String> presets() {
        return Presets.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void eachTradesAndHardlyAnythingIsRefused(String preset) {
        HouseTable table = new HouseTable(preset, BACKGROUND + String.join(",", HouseBots.KINDS), 5);

        table.playTo(MINUTES);

        int refused =
                table.refusals.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(refused).as("of %s: %s", table.commands, table.refusals).isLessThan(table.commands / 100);
        assertThat(table.refusals).doesNotContainKeys(Reason.INSUFFICIENT_FUNDS, Reason.SIZE_TOO_SMALL);
        List<String> idle = table.views().stream()
                .filter(view -> !hasTraded(view))
                .map(View::player)
                .toList();
        assertThat(idle).as("bots that have not traded").isSubsetOf(WAITS_FOR_A_TREND);
    }

    private static boolean hasTraded(View view) {
        return view.balance("USD").total().doubleValue() != 10_000;
    }
}
