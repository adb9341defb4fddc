package io.botpit.server.tournament;

import io.botpit.game.rules.Closing;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.Valuation;
import io.botpit.game.scenario.Scenario;
import io.botpit.game.tournament.Plan.BoutTerms;
import io.botpit.server.config.Scenarios;
import io.botpit.server.lobby.NewGame;
import org.jspecify.annotations.Nullable;

/**
 * The games of a tournament: those of a preset or a scenario, as long as a bout, for its entrants alone. Any thread.
 *
 * @param scenarios that there are
 */
public record BoutRules(Scenarios scenarios) {
    /**
     * What differs from bout to bout.
     *
     * @param entry who plays; it starts when all are connected, and is rated where that is so and the preset is
     * @param half whether it takes half the time
     */
    public record Circumstances(String title, Entry entry, boolean half, long seed) {}

    /**
     * One game; {@link IllegalArgumentException} where there is no such preset or scenario, or a bout is too short for
     * how its preset closes a game.
     */
    public NewGame game(BoutTerms terms, Circumstances bout) {
        Scenario scenario = scenario(terms);
        GameRules base = scenario == null ? Presets.named(terms.preset(), bout.seed()) : scenario.rules(bout.seed());
        long millis = terms.millis() / (bout.half() ? 2 : 1);
        Valuation valuation = base.schedule().closing().valuation();
        Closing closing = valuation == Valuation.LAST_MARK ? Closing.PLAIN : Closing.ranked(valuation, millis);
        boolean rated = bout.entry().rated() && base.entry().rated();
        GameRules rules =
                base.with(new Entry(bout.entry().whitelist(), 0, rated), new Schedule(false, millis, closing));
        return new NewGame(rules, bout.title(), false, scenario);
    }

    private @Nullable Scenario scenario(BoutTerms terms) {
        return terms.scenario().isEmpty()
                ? null
                : scenarios
                        .named(terms.scenario())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "scenario must be one of " + String.join(", ", scenarios.names())));
    }
}
