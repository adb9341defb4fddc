package io.botpit.protocol.rest;

import java.util.List;

/** The scenarios that a game can be played in, by name. */
public record ScenarioList(List<ScenarioRow> scenarios) implements RestBody {
    public ScenarioList {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * One scenario.
     *
     * @param about one sentence
     * @param preset the rules it is played by
     * @param seconds length of a game in it
     * @param symbols its markets
     */
    public record ScenarioRow(String name, String about, String preset, long seconds, List<String> symbols) {
        public ScenarioRow {
            symbols = List.copyOf(symbols);
        }
    }
}
