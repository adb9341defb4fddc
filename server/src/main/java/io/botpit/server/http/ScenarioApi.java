package io.botpit.server.http;

import io.botpit.game.scenario.Scenario;
import io.botpit.protocol.rest.ScenarioList;
import io.botpit.protocol.rest.ScenarioList.ScenarioRow;
import io.botpit.server.config.Scenarios;
import io.javalin.config.RoutesConfig;

/** The scenarios that games can be played in. Any thread. */
final class ScenarioApi {
    private final Scenarios scenarios;

    ScenarioApi(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    void addTo(RoutesConfig routes) {
        routes.get(RestApi.BASE + "/scenarios", context -> {
            Asked.plain(context);
            ScenarioList list = new ScenarioList(
                    scenarios.all().stream().map(ScenarioApi::row).toList());
            RestApi.list(context, list, list.scenarios());
        });
    }

    private static ScenarioRow row(Scenario scenario) {
        return new ScenarioRow(
                scenario.name(),
                scenario.about(),
                scenario.preset(),
                scenario.seconds(),
                scenario.markets().stream()
                        .map(market -> market.symbol().text())
                        .toList());
    }
}
