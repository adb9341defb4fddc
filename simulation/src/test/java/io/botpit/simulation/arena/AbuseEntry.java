package io.botpit.simulation.arena;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of {@code docs/protocol/abuse-frames.jsonl}: something odd or hostile, and what has to come of it.
 *
 * @param transport {@code ws}: a message after a normal handshake; {@code ws-raw}: masked bytes on an upgraded socket;
 *     {@code tcp}: bytes on a fresh connection
 * @param state of the game: running, paused, waiting, ended, whitelist
 */
record AbuseEntry(String id, String transport, String state, JsonNode json) {
    private static final Path CORPUS = Path.of("..", "docs", "protocol", "abuse-frames.jsonl");

    static List<AbuseEntry> all() throws IOException {
        List<AbuseEntry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(CORPUS)) {
            JsonNode json = JsonMapper.shared().readTree(line);
            entries.add(new AbuseEntry(
                    json.get("id").asString(),
                    json.get("transport").asString(),
                    json.get("state").asString(),
                    json));
        }
        return entries;
    }

    /** Whether a reaction is the expected one or would do as well; {@code http-4xx} stands for all of them. */
    boolean accepts(String reaction) {
        return fine().stream()
                .anyMatch(fine -> fine.equals(reaction)
                        || fine.endsWith("xx") && reaction.startsWith(fine.substring(0, fine.length() - 2)));
    }

    List<String> fine() {
        List<String> fine = new ArrayList<>(List.of(json.get("expect").asString()));
        json.path("also_ok").forEach(also -> fine.add(also.asString()));
        return fine;
    }

    boolean isPlayers() {
        return json.get("auth").asString().equals("user");
    }

    boolean isBinary() {
        return json.path("opcode").asString("").equals("binary");
    }

    /** A condition beyond the reaction, by name; empty: none. */
    String check() {
        return json.path("check").asString("");
    }

    /** How often it is sent, without waiting in between. */
    int times() {
        return json.path("burst").path("n").asInt(1);
    }

    /** How long to wait for the end, saying nothing, in milliseconds; 0: something has to come at once. */
    int holdMillis() {
        return json.path("hold_ms").asInt(0);
    }

    /** A message to be sent first; empty: none. */
    String before() {
        return json.path("after").asString("");
    }

    String extensions() {
        return json.path("offer_extensions").asString("");
    }

    /** What goes over the wire, with the placeholders filled. */
    byte[] bytes(UnaryOperator<String> filled) {
        if (json.has("payload")) {
            return utf8(filled.apply(json.get("payload").asString()));
        }
        if (json.has("payload_b64")) {
            return Base64.getDecoder().decode(json.get("payload_b64").asString());
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (JsonNode part : json.path("payload_gen")) {
            byte[] piece = piece(part, filled);
            for (int i = 0; i < part.path("n").asInt(1); i++) {
                all.writeBytes(piece);
            }
        }
        return all.toByteArray();
    }

    private static byte[] piece(JsonNode part, UnaryOperator<String> filled) {
        for (String text : List.of("lit", "rep")) {
            if (part.has(text)) {
                return utf8(filled.apply(part.get(text).asString()));
            }
            if (part.has(text + "_b64")) {
                return Base64.getDecoder().decode(part.get(text + "_b64").asString());
            }
        }
        throw new IllegalArgumentException("neither lit nor rep: " + part);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return id + " (" + json.path("note").asString("") + ")";
    }
}
