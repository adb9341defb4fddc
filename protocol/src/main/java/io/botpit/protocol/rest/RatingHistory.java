package io.botpit.protocol.rest;

import java.math.BigDecimal;
import java.util.List;

/**
 * What games did to a bot's rating in one pool.
 *
 * @param points newest first
 */
public record RatingHistory(String name, String pool, List<Point> points) implements RestBody {
    public RatingHistory {
        points = List.copyOf(points);
    }

    /**
     * What one game left.
     *
     * @param before the value as it was when the game started
     * @param endedAt milliseconds since the epoch
     */
    public record Point(String game, BigDecimal before, BigDecimal value, BigDecimal deviation, long endedAt) {}
}
