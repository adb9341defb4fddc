package io.botpit.protocol;

/**
 * How a game closes; where the last mark counts, there is none.
 *
 * @param valuation {@code reference}, {@code book_loo} or {@code liquidate}
 * @param windowMillis how long before the earliest end the closing window opens
 * @param spreadMillis how much before its time limit the game may end, by chance
 * @param calmMillis how long before the earliest end what trades at once may only reduce a position
 * @param positionPercent what is left of the position limit in the window
 */
public record ClosingRecord(
        String valuation, long windowMillis, long spreadMillis, long calmMillis, int positionPercent) {
    public Json toJson() {
        return Json.object()
                .put("valuation", valuation)
                .put("window_ms", windowMillis)
                .put("spread_ms", spreadMillis)
                .put("calm_ms", calmMillis)
                .put("position_percent", positionPercent)
                .build();
    }

    public static ClosingRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new ClosingRecord(
                fields.text("valuation"),
                fields.whole("window_ms"),
                fields.whole("spread_ms"),
                fields.whole("calm_ms"),
                fields.integer("position_percent"));
    }
}
