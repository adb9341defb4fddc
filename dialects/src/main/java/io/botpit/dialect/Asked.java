package io.botpit.dialect;

import io.botpit.game.money.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a reply depends on besides the reply itself. Dialects make it and read it; nobody else looks inside.
 *
 * @param symbol the instrument that was meant; null: the first, or none
 * @param order how the sender named an order, as it came, or the kind of one that is tried out; null: not at all
 * @param limit entries of a list, 0 if none was given
 * @param after the id after which a list goes on, empty for its beginning; null: its newest entries are wanted
 */
public record Asked(
        @Nullable Symbol symbol,
        @Nullable String order,
        int limit,
        @Nullable String after) {
    public static final Asked NOTHING = new Asked(null, null, 0, null);
}
