package io.botpit.game;

/**
 * An order of one game.
 *
 * @param number 1 or more, in the order of acceptance, never reused in a game
 */
public record OrderId(long number) {
    public OrderId {
        if (number < 1) {
            throw new IllegalArgumentException("order number must be positive: " + number);
        }
    }
}
