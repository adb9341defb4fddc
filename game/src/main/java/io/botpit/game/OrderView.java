package io.botpit.game;

import io.botpit.game.money.Price;

/**
 * An order as others see it; immutable.
 *
 * @param terms what was asked for; the size of an amended order is the amended one
 * @param markAtPlacement the instrument's mark when it was placed
 */
public record OrderView(
        OrderId id,
        PlayerId owner,
        Intent.PlaceOrder terms,
        Price markAtPlacement,
        GameTime placedAt,
        Progress progress) {}
