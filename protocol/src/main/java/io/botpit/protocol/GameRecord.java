package io.botpit.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One game of the server.
 *
 * @param phase {@code lobby}, {@code running}, {@code paused}, {@code settling}, {@code ended} or {@code void}
 * @param players how many were admitted
 * @param isDefault whether sessions follow it unless they join another
 * @param seedCommitment 64 hex digits, of a rated game; null: of any other
 */
public record GameRecord(
        String id,
        String title,
        String phase,
        int players,
        boolean isDefault,
        Clock clock,
        @Nullable String seedCommitment) {
    /**
     * A game's start and end, as far as known.
     *
     * @param startedAt seconds since the Unix epoch; null: not yet
     * @param endsAt seconds since the Unix epoch; null: no time limit, or the clock stands
     * @param leftMillis what is left of the time limit; null: no limit
     */
    public record Clock(
            @Nullable BigDecimal startedAt,
            @Nullable BigDecimal endsAt,
            @Nullable Long leftMillis) {}

    public Json toJson() {
        return Json.object()
                .put("id", id)
                .put("title", title)
                .put("phase", phase)
                .put("players", players)
                .put("default", isDefault)
                .put("started_at", seconds(clock.startedAt))
                .put("ends_at", seconds(clock.endsAt))
                .put("left_ms", clock.leftMillis == null ? Json.NULL : Json.number(clock.leftMillis))
                .maybe("seed_commitment", seedCommitment == null ? null : Json.text(seedCommitment))
                .build();
    }

    public static GameRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new GameRecord(
                fields.text("id"),
                fields.text("title"),
                fields.text("phase"),
                fields.integer("players"),
                fields.truth("default"),
                new Clock(
                        fields.decimalIfAny("started_at"),
                        fields.decimalIfAny("ends_at"),
                        fields.has("left_ms") ? fields.whole("left_ms") : null),
                fields.has("seed_commitment") ? fields.text("seed_commitment") : null);
    }

    /** The rows of a reply to {@code games}. */
    public static List<GameRecord> rows(Json json) {
        return Fields.items(json).stream().map(GameRecord::from).toList();
    }

    static Json seconds(@Nullable BigDecimal seconds) {
        return seconds == null ? Json.NULL : new Json.NumberValue(seconds.toPlainString());
    }
}
