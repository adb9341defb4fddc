package io.botpit.game.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.tournament.Plan.BoutTerms;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTest {
    private static Plan plan(Format format, String houseBots, String fill) {
        BoutTerms bouts = new BoutTerms("classic", "", 60_000, 10_000, houseBots, fill, 1);
        Plan plain = Stage.plan(format);
        return new Plan("cup", format, plain.entering(), bouts, List.of(), false, 0, null, 7);
    }

    static List<Format> withoutFullTables() {
        return List.of(
                new Format.RoundRobin(1),
                new Format.SwissDuels(0),
                new Format.Knockout(List.of(3), false),
                new Format.KnockoutTables(4, List.of(3)),
                new Format.Groups(4, 0, new Format.Knockout(List.of(3), false)));
    }

    @ParameterizedTest
    @CsvSource({
        "4, '', noise, ''",
        "3, '', noise, noise:1",
        "2, market-maker:2, noise, 'market-maker:2,noise:2'",
        "2, market-maker:2, '', market-maker:2",
        "2, '', '', ''",
    })
    void seatsLeftOverAtATableAreTakenByTheHouse(int entrants, String houseBots, String fill, String house) {
        assertThat(plan(new Format.Tables(4, 1), houseBots, fill).house(entrants))
                .isEqualTo(house);
        assertThat(plan(new Format.SwissTables(4, 1), houseBots, fill).house(entrants))
                .isEqualTo(house);
        assertThat(plan(new Format.Window(4, 60_000, false), houseBots, fill).house(entrants))
                .isEqualTo(house);
    }

    @ParameterizedTest
    @MethodSource("withoutFullTables")
    void whereNoTableIsMeantToBeFullThereIsNothingToFill(Format format) {
        assertThat(plan(format, "noise:1", "").house(2)).isEqualTo("noise:1");
        assertThatThrownBy(() -> plan(format, "", "noise"))
                .hasMessage("fill goes with tables, Swiss tables and windows only");
    }
}
