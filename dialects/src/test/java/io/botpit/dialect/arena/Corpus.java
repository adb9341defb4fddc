package io.botpit.dialect.arena;

import io.botpit.protocol.Json;
import io.botpit.protocol.JsonLimits;
import io.botpit.protocol.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hostile and odd messages, with what a server has to do about them. */
final class Corpus {
    private static final String RESOURCE = "/abuse-frames.jsonl";
    private static final JsonText READER = new JsonText(new JsonLimits(16, 64, 1 << 20, 64));

    private Corpus() {}

    /**
     * One message.
     *
     * @param expect what must come back; {@code alsoOk} would do as well
     * @param before a message to send first; null: none
     */
    record Entry(
            String id,
            String category,
            String auth,
            String state,
            String payload,
            String expect,
            List<String> alsoOk,
            @Nullable String before,
            String note) {
        boolean allows(String outcome) {
            return expect.equals(outcome) || alsoOk.contains(outcome);
        }

        @Override
        public String toString() {
            return id + " " + note;
        }
    }

    /** All text messages over an ordinary connection. */
    static List<Entry> texts() {
        List<Entry> entries = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Corpus.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Json.ObjectValue entry = (Json.ObjectValue) value(line);
                if (text(entry, "transport").equals("ws")
                        && text(entry, "opcode").equals("text")) {
                    entries.add(entry(entry));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return entries;
    }

    private static Entry entry(Json.ObjectValue entry) {
        return new Entry(
                text(entry, "id"),
                text(entry, "category"),
                text(entry, "auth"),
                text(entry, "state"),
                payload(entry),
                text(entry, "expect"),
                items(entry, "also_ok").stream()
                        .map(item -> ((Json.TextValue) item).text())
                        .toList(),
                entry.has("after") ? text(entry, "after") : null,
                text(entry, "note"));
    }

    private static String payload(Json.ObjectValue entry) {
        if (entry.has("payload")) {
            return text(entry, "payload");
        }
        StringBuilder payload = new StringBuilder();
        for (Json part : items(entry, "payload_gen")) {
            Json.ObjectValue piece = (Json.ObjectValue) part;
            payload.append(
                    piece.has("lit")
                            ? text(piece, "lit")
                            : text(piece, "rep").repeat(Integer.parseInt(text(piece, "n"))));
        }
        return payload.toString();
    }

    private static String text(Json.ObjectValue entry, String name) {
        return switch (entry.get(name)) {
            case Json.TextValue(var text) -> text;
            case Json.NumberValue(var digits) -> digits;
            case null, default -> "";
        };
    }

    private static List<Json> items(Json.ObjectValue entry, String name) {
        return entry.get(name) instanceof Json.ArrayValue(var items) ? items : List.of();
    }

    private static Json value(String line) {
        if (READER.read(line) instanceof JsonText.Read.Value(var json)) {
            return json;
        }
        throw new AssertionError("not JSON: " + line);
    }
}
