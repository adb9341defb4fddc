package io.botpit.persistence;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import java.math.BigDecimal;

/**
 * What one player came to in one finished game.
 *
 * @param of how many had a place
 * @param score in the quote asset of the game's first instrument
 */
public record PlacingRow(GameId game, String title, int place, int of, BigDecimal score, GameTime endedAt) {}
