package io.botpit.persistence;

import io.botpit.game.GameTime;
import io.botpit.game.rating.RatingChange;

/** What a game did to a rating, and when it ended. */
public record RatingPoint(RatingChange change, GameTime endedAt) {}
