package io.botpit.protocol;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the server says about itself and the game that is followed.
 *
 * @param version of the protocol
 * @param behavior version of the engine: the same commands have the same outcome within one version
 * @param now the server's clock, seconds since the Unix epoch
 * @param instruments the first is meant where no symbol is given
 */
public record HelloRecord(
        int version,
        int behavior,
        BigDecimal now,
        GameRecord game,
        String preset,
        List<InstrumentRecord> instruments,
        List<String> channels) {
    public static final int PROTOCOL_VERSION = 1;

    public HelloRecord {
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
                .put(
                        "instruments",
                        Json.array(instruments.stream()
                                .map(InstrumentRecord::toJson)
                                .toList()))
                .put("channels", Json.texts(channels))
                .build();
    }

    public static HelloRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new HelloRecord(
                Math.toIntExact(fields.whole("version")),
                Math.toIntExact(fields.whole("behavior")),
                fields.decimal("now"),
                GameRecord.from(fields.value("game")),
                fields.text("preset"),
                fields.list("instruments", InstrumentRecord::from),
                fields.list("channels", Fields::text));
    }
}
