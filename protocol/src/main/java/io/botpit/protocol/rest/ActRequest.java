package io.botpit.protocol.rest;

import org.jspecify.annotations.Nullable;

/**
 * The body of an act of the admin; which fields count depends on the act.
 *
 * @param player a name, for freezing and for cancelling orders
 * @param frozen false lets the player go on; absent: true
 * @param mode {@code full}, {@code cancel_only} or {@code view_only}
 * @param cancelOrders whether a new mode cancels all open orders; absent: false
 * @param text an announcement
 * @param reason why a game is void
 */
public record ActRequest(
        @Nullable String player,
        @Nullable Boolean frozen,
        @Nullable String mode,
        @Nullable Boolean cancelOrders,
        @Nullable String text,
        @Nullable String reason) {
    public static final ActRequest EMPTY = new ActRequest(null, null, null, null, null, null);

    public ActRequest withPlayer(String name) {
        return new ActRequest(name, frozen, mode, cancelOrders, text, reason);
    }

    public ActRequest withPlayer(String name, boolean isFrozen) {
        return new ActRequest(name, isFrozen, mode, cancelOrders, text, reason);
    }

    public ActRequest withMode(String word, boolean cancelling) {
        return new ActRequest(player, frozen, word, cancelling, text, reason);
    }

    public ActRequest withText(String words) {
        return new ActRequest(player, frozen, mode, cancelOrders, words, reason);
    }

    public ActRequest withReason(String words) {
        return new ActRequest(player, frozen, mode, cancelOrders, text, words);
    }
}
