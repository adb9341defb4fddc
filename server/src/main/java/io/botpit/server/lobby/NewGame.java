package io.botpit.server.lobby;

import io.botpit.game.rules.GameRules;
import io.botpit.game.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * A game that is wanted.
 *
 * @param rules those of the scenario, or what was made of them
 * @param title for people
 * @param asDefault whether sessions follow it unless they join another
 * @param scenario null: nothing happens but what players and the referee do
 */
public record NewGame(
        GameRules rules,
        String title,
        boolean asDefault,
        @Nullable Scenario scenario) {
    /** Without a scenario. */
    public NewGame(GameRules rules, String title, boolean asDefault) {
        this(rules, title, asDefault, null);
    }
}
