package io.botpit.game;

/** How a player names one of his own orders. */
public sealed interface OrderReference {
    record ByNumber(OrderId id) implements OrderReference {}

    record ByClientId(ClientOrderId id) implements OrderReference {}
}
