package io.botpit.server.feed;

import io.botpit.protocol.rest.GameBot;
import io.botpit.server.rig.Rig;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bot's sheet as it is sent, read again. */
final class ShownSheet {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ShownSheet() {}

    /** Of a bot of the current game. */
    static Optional<GameBot> of(Rig rig, String name) {
        var sheet = rig.lobby().currentGame().feed().bot(name).orElseThrow();
        rig.hand().settle();
        return sheet.join().map(ShownSheet::read);
    }

    static GameBot read(Packed sent) {
        JsonNode sheet = MAPPER.readTree(sent.plain());
        return new GameBot(
                sheet.get("game").asString(),
                sheet.get("name").asString(),
                sheet.get("house").asBoolean(),
                sheet.get("public").asBoolean(),
                new GameBot.Stand(
                        sheet.get("place").isNull()
                                ? null
                                : Integer.valueOf(sheet.get("place").asInt()),
                        text(sheet, "score"),
                        text(sheet, "equity"),
                        sheet.get("state").asString()),
                rows(sheet, "orders", GameBot.OrderRow.class),
                rows(sheet, "fills", GameBot.FillRow.class),
                rows(sheet, "rejects", GameBot.RejectRow.class),
                sheet.get("latency").isNull() ? null : MAPPER.treeToValue(sheet.get("latency"), GameBot.Latency.class));
    }

    private static <T> List<T> rows(JsonNode sheet, String key, Class<T> type) {
        return sheet.get(key)
                .valueStream()
                .map(row -> MAPPER.treeToValue(row, type))
                .toList();
    }

    private static @Nullable String text(JsonNode sheet, String key) {
        return sheet.get(key).isNull() ? null : sheet.get(key).asString();
    }
}
