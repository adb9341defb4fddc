package io.botpit.game.book;

/** Hears what happens while an incoming order meets resting ones, at once and in order. */
public interface Executions {
    /** Both orders have traded {@code lots} at the maker's price; their sizes are already reduced. */
    void traded(Order maker, Order taker, long lots);

    /** The maker gave up {@code lots} because the taker has the same owner; it stays if anything is left. */
    void shrunk(Order maker, long lots);

    /** The maker is out of the book with {@code lots} still open because the taker has the same owner. */
    void cancelled(Order maker, long lots);
}
