package io.botpit.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server says about itself and the game that is followed.
 *
 * @param version of the protocol
 * @param behavior version of the engine: the same commands have the same outcome within one version
 * @param now the server's clock, seconds since the Unix epoch
 * @param closing null: the last mark counts, when the time is up
 * @param instruments the first is meant where no symbol is given
 * @param limits what a player may have open at once
 */
public record HelloRecord(
        int version,
        int behavior,
        BigDecimal now,
        GameRecord game,
        String preset,
        @Nullable ClosingRecord closing,
        List<InstrumentRecord> instruments,
        LimitsRecord limits,
        List<String> channels) {
    public static final int PROTOCOL_VERSION = 1;

    public HelloRecord {
        if (instruments.isEmpty()) {
            throw new WrongShape("no instruments");
        }
        instruments = List.copyOf(instruments);
        channels = List.copyOf(channels);
    }

    public Json toJson() {
        return Json.object()
                .put("protocol", "arena")
                .put("version", version)
                .put("behavior", behavior)
                .put("now", GameRecord.seconds(now))
                .put("game", game.toJson())
                .put("preset", preset)
                .maybe("closing", closing == null ? null : closing.toJson())
                .put(
                        "instruments",
                        Json.array(instruments.stream()
                                .map(InstrumentRecord::toJson)
                                .toList()))
                .put("limits", limits.toJson())
                .put("channels", Json.texts(channels))
                .build();
    }

    /** The version alone, which every version has in the same place: to be looked at before the rest is read. */
    public static int versionOf(Json json) {
        return Fields.of(json).integer("version");
    }

    /** The server's clock, which a pong has in the same place: seconds since the Unix epoch. */
    public static BigDecimal nowOf(Json json) {
        return Fields.of(json).decimal("now");
    }

    public static HelloRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new HelloRecord(
                fields.integer("version"),
                fields.integer("behavior"),
                fields.decimal("now"),
                GameRecord.from(fields.value("game")),
                fields.text("preset"),
                fields.has("closing") ? ClosingRecord.from(fields.value("closing")) : null,
                fields.list("instruments", InstrumentRecord::from),
                LimitsRecord.from(fields.value("limits")),
                fields.list("channels", Fields::text));
    }
}
