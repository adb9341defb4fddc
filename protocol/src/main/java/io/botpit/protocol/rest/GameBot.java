package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one bot did in one game.
 *
 * @param house whether the server itself runs it
 * @param isPublic false: orders, fills and refusals are shown once the game is over
 * @param orders newest first, like the fills
 * @param rejects most frequent first
 */
public record GameBot(
        String game,
        String name,
        boolean house,
        @JsonProperty("public") boolean isPublic,
        @JsonUnwrapped Stand stand,
        List<OrderRow> orders,
        List<FillRow> fills,
        List<RejectRow> rejects)
        implements RestBody {
    public GameBot {
        orders = List.copyOf(orders);
        fills = List.copyOf(fills);
        rejects = List.copyOf(rejects);
    }

    /**
     * Where it stands.
     *
     * @param place null, like what follows, where there is no table
     * @param state {@code ok}, {@code away} or {@code frozen}
     */
    public record Stand(
            @Nullable Integer place,
            @Nullable String score,
            @Nullable String equity,
            String state) {}

    /**
     * An order.
     *
     * @param price null: at the market's
     * @param size null: as much as a budget bought
     * @param from when it came, milliseconds since the epoch like {@code to}
     * @param to null: it is open
     * @param end how it ended: {@code filled}, {@code cancelled} by its owner, or why else; null: it is open
     */
    public record OrderRow(
            long id,
            String symbol,
            String side,
            @Nullable String price,
            @Nullable String size,
            String filled,
            long from,
            @Nullable Long to,
            @Nullable String end) {}

    /**
     * Its side of a trade.
     *
     * @param t milliseconds since the epoch
     * @param role {@code maker} or {@code taker}
     */
    public record FillRow(
            long t, String symbol, String side, String price, String size, String role, String fee, String feeAsset) {}

    /** How often it was refused for a reason. */
    public record RejectRow(String reason, long count) {}
}
