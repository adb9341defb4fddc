package io.botpit.dialect;

import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.rules.GameRules;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Through whose eyes a dialect translates.
 *
 * @param player null: nobody yet, or a spectator
 * @param game the game that is followed
 * @param rules of that game: instruments and decimals
 * @param names from player to name; the name of an unknown player is {@code ?}
 */
public record Viewer(@Nullable PlayerId player, GameId game, GameRules rules, Function<PlayerId, String> names) {}
