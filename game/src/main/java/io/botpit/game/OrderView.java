package io.botpit.game;

import io.botpit.game.money.Price;

/**
 * An order as others see it; immutable.
 *
 * @param placement shared by all views of an order until its terms are amended
 */
public record OrderView(Placement placement, Progress progress) {
    /**
     * Where an order comes from.
     *
     * @param terms what was asked for; the size of an amended order is the amended one
     * @param mark of its instrument when it was placed
     */
    public record Placement(OrderId id, PlayerId owner, Intent.PlaceOrder terms, Price mark, GameTime at) {
        /** The same order with other terms. */
        public Placement with(Intent.PlaceOrder amended) {
            return new Placement(id, owner, amended, mark, at);
        }
    }

    public OrderId id() {
        return placement.id;
    }

    public PlayerId owner() {
        return placement.owner;
    }

    public Intent.PlaceOrder terms() {
        return placement.terms;
    }

    /** The instrument's mark when it was placed. */
    public Price markAtPlacement() {
        return placement.mark;
    }

    public GameTime placedAt() {
        return placement.at;
    }
}
