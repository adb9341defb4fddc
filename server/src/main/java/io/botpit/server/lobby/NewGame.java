package io.botpit.server.lobby;

import io.botpit.game.rules.GameRules;

/**
 * A game that is wanted.
 *
 * @param title for people
 * @param asDefault whether sessions follow it unless they join another
 */
public record NewGame(GameRules rules, String title, boolean asDefault) {}
