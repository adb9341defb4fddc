package io.botpit.bots;

/** Which way an order or a trade goes. */
public enum Side {
    BUY,
    SELL
}
