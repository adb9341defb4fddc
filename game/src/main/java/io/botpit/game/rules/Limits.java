package io.botpit.game.rules;

import io.botpit.game.money.Amount;

/**
 * What a game holds per player at most. Every limit is inclusive. How much of a coin he may own is in its instrument's
 * bounds.
 *
 * @param ordersOpenMax open orders
 * @param clientOrderIdsMax different client order ids in one game
 * @param notionalOpenMax open orders together, price times size, in quote units; {@link Amount#MOST}: any amount
 * @param fillsKeptMax fills that can be asked for
 * @param completedKeptMax completed orders that can be asked for
 * @param messageCharsMax characters of a broadcast; 0: none is passed on
 */
public record Limits(
        int ordersOpenMax,
        int clientOrderIdsMax,
        Amount notionalOpenMax,
        int fillsKeptMax,
        int completedKeptMax,
        int messageCharsMax) {
    public static final Limits STANDARD = new Limits(5_000, 100_000, Amount.MOST, 2_000, 2_000, 1_024);

    public Limits {
        checkPositive("orders_open_max", ordersOpenMax);
        checkPositive("client_order_ids_max", clientOrderIdsMax);
        checkPositive("fills_kept_max", fillsKeptMax);
        checkPositive("completed_kept_max", completedKeptMax);
        if (notionalOpenMax.units() < 1) {
            throw new IllegalArgumentException("notional_open_max must be at least 1 unit");
        }
        if (messageCharsMax < 0) {
            throw new IllegalArgumentException("message_chars_max must be at least 0: " + messageCharsMax);
        }
    }

    /** The same with other limits of what is open. */
    public Limits withOpen(int orders, Amount notional) {
        return new Limits(orders, clientOrderIdsMax, notional, fillsKeptMax, completedKeptMax, messageCharsMax);
    }

    /** The same without broadcasts. */
    Limits inSilence() {
        return new Limits(ordersOpenMax, clientOrderIdsMax, notionalOpenMax, fillsKeptMax, completedKeptMax, 0);
    }

    private static void checkPositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
    }
}
