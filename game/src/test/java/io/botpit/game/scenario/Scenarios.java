package io.botpit.game.scenario;

import io.botpit.game.rules.Presets;
import io.botpit.game.scenario.Scenario.Course;
import java.util.List;

/** Scenarios for tests. */
final class Scenarios {
    private Scenarios() {}

    static Scenario of(List<Course> markets, Incident... incidents) {
        return new Scenario(
                "test", "For tests.", Presets.OPEN_MARKET, 600, null, House.STANDARD, markets, List.of(incidents));
    }
}
