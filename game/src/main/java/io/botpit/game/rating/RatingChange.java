package io.botpit.game.rating;

import io.botpit.game.GameId;

/**
 * What one game did to one rating.
 *
 * @param before as it was shown when the game started
 */
public record RatingChange(GameId game, Rating before, Held after) {}
