package io.botpit.game;

/**
 * A trade of one game.
 *
 * @param number 1 or more, in the order of execution
 */
public record TradeId(long number) {
    public TradeId {
        if (number < 1) {
            throw new IllegalArgumentException("trade number must be positive: " + number);
        }
    }
}
