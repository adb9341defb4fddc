package io.botpit.game;

/** The life of an order; it only moves from {@code OPEN} to one of the others, once. */
public enum OrderStatus {
    OPEN,
    FILLED,
    CANCELLED
}
