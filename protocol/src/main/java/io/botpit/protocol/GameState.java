package io.botpit.protocol;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a game stands: all of it in a snapshot, what changed in a delta.
 *
 * @param phase null: as before
 * @param why the phase changed, for people
 * @param mode {@code full}, {@code cancel_only} or {@code view_only}; null: as before
 * @param endsAt seconds since the Unix epoch; null: as before, unless the phase is given, then there is no end in sight
 * @param leftMillis of the time limit; in snapshots only
 * @param missing listed players that a waiting game waits for; in snapshots only
 * @param marks market prices by symbol, those that changed
 */
public record GameState(
        @Nullable String phase,
        @Nullable String why,
        @Nullable String mode,
        @Nullable BigDecimal endsAt,
        @Nullable Long leftMillis,
        List<String> missing,
        Map<String, BigDecimal> marks) {
    public GameState {
        missing = List.copyOf(missing);
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    void into(Json.Members members) {
        members.maybe("phase", phase).maybe("why", why).maybe("mode", mode);
        if (endsAt != null) {
            members.put("ends_at", GameRecord.seconds(endsAt));
        }
        if (leftMillis != null) {
            members.put("left_ms", leftMillis);
        }
        if (!missing.isEmpty()) {
            members.put("missing", Json.texts(missing));
        }
        if (!marks.isEmpty()) {
            Json.Members prices = Json.object();
            marks.forEach(prices::put);
            members.put("marks", prices.build());
        }
    }

    static GameState from(Fields fields) {
        return new GameState(
                fields.textIfAny("phase"),
                fields.textIfAny("why"),
                fields.textIfAny("mode"),
                fields.decimalIfAny("ends_at"),
                fields.has("left_ms") ? fields.whole("left_ms") : null,
                fields.list("missing", Fields::text),
                fields.map("marks", Fields::decimal));
    }
}
