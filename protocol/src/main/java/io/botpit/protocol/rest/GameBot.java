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
 * @param latency null: none of its frames was answered since the server came up, or the game is of the past
 */
public record GameBot(
        String game,
        String name,
        boolean house,
        @JsonProperty("public") boolean isPublic,
        @JsonUnwrapped Stand stand,
        List<OrderRow> orders,
        List<FillRow> fills,
        List<RejectRow> rejects,
        @Nullable Latency latency)
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
     * @param state {@code ok}, {@code away}, {@code moved} (to another game) or {@code frozen}
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

    /**
     * How long it waits, in milliseconds. What the server takes from a frame to its answer is without the way there and back;
     * that is in the round trip of a ping, without what the server takes.
     *
     * @param count answers, refusals included
     * @param roundTripMs of the newest ping over its connection; null: none came back yet
     * @param p50Ms half of the answers took so long at most; null: more than the last step that ends
     * @param p99Ms likewise 99 of 100
     * @param steps of the answers, the shortest first
     */
    public record Latency(
            long count,
            @Nullable Double roundTripMs,
            @Nullable Double p50Ms,
            @Nullable Double p99Ms,
            List<Step> steps) {
        public Latency {
            steps = List.copyOf(steps);
        }
    }

    /**
     * How many answers took longer than the step before says.
     *
     * @param upToMs and this long at most; null: whatever is longer
     */
    public record Step(@Nullable Double upToMs, long count) {}
}
