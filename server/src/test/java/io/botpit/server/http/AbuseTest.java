package io.botpit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What strangers send: every line of {@code abuse.jsonl} on a connection of its own. The sockets behind answer all
 * complete text frames, so only what the transport refuses is judged here; any path is a socket on purpose.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AbuseTest {
    private static final int SILENCE_MILLIS = 500;

    private Pit pit;

    @BeforeAll
    void open() {
        pit = Pit.open();
    }

    @AfterAll
    void close() {
        pit.close();
    }

    /** One line of the corpus. */
    record Entry(String id, String transport, String opcode, List<String> fine, JsonNode json) {
        @Override
        public String toString() {
            return id + ": " + json.path("note").asString("");
        }
    }

    private Stream<Entry> entries() throws IOException {
        try (InputStream in = Objects.requireNonNull(AbuseTest.class.getResourceAsStream("abuse.jsonl"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(this::entry).toList().stream();
        }
    }

    private Entry entry(String line) {
        JsonNode json = JsonMapper.shared()
                .readTree(line.replace("{{WS_PATH}}", "/")
                        .replace("{{HOST}}", "127.0.0.1:" + pit.http.httpPort())
                        .replace("{{LEADERBOARD_PATH}}", "/api/v1/leaderboard")
                        .replace("{{ADMIN_PATH}}", "/api/v1/admin"));
        List<String> fine = new ArrayList<>(List.of(json.path("expect").asString()));
        json.path("also_ok").forEach(also -> fine.add(also.asString()));
        if (fine.contains("error-reply")) {
            fine.add("ok-reply");
        }
        return new Entry(
                json.path("id").asString(),
                json.path("transport").asString(),
                json.path("opcode").asString(""),
                fine,
                json);
    }

    private static byte[] bytes(JsonNode json) {
        if (json.has("payload")) {
            return json.path("payload").asString().getBytes(StandardCharsets.UTF_8);
        }
        if (json.has("payload_b64")) {
            return Base64.getDecoder().decode(json.path("payload_b64").asString());
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (JsonNode part : json.path("payload_gen")) {
            byte[] piece = part.has("lit") || part.has("rep")
                    ? part.path(part.has("lit") ? "lit" : "rep").asString().getBytes(StandardCharsets.UTF_8)
                    : Base64.getDecoder()
                            .decode(part.path(part.has("lit_b64") ? "lit_b64" : "rep_b64")
                                    .asString());
            for (int i = 0; i < part.path("n").asInt(1); i++) {
                all.writeBytes(piece);
            }
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void isAnsweredAsItDeserves(Entry entry) throws IOException {
        try (RawSocket socket = new RawSocket(pit.http.httpPort())) {
            String reaction = entry.transport().equals("tcp") ? overHttp(entry, socket) : overSocket(entry, socket);

            assertThat(entry.fine())
                    .as("%s: got %s", entry, reaction)
                    .anyMatch(fine -> reaction.equals(fine)
                            || fine.endsWith("xx") && reaction.startsWith(fine.substring(0, fine.length() - 2)));
        }
    }

    private static String overHttp(Entry entry, RawSocket socket) throws IOException {
        socket.send(bytes(entry.json()));
        String head = socket.head();
        if (head.isEmpty()) {
            return "drop";
        }
        String status = head.substring(9, 12);
        if (!status.equals("101")) {
            assertThat(socket.rest()).doesNotContain("root:", "<script>", "jdbc", "Exception");
        }
        return status.equals("101") ? "upgrade-101" : "http-" + status;
    }

    private static String overSocket(Entry entry, RawSocket socket) throws IOException {
        String extensions = entry.json().path("offer_extensions").asBoolean(false)
                ? "Sec-WebSocket-Extensions: permessage-deflate\r\n"
                : "";
        assertThat(socket.upgrade("/", extensions)).startsWith("HTTP/1.1 101 ").doesNotContain("permessage-deflate");
        if (entry.transport().equals("ws")) {
            socket.sendFrame(entry.opcode().equals("binary") ? 2 : 1, bytes(entry.json()));
        } else {
            socket.send(bytes(entry.json()));
        }
        if (entry.fine().contains("ignored")) {
            socket.waitAtMost(SILENCE_MILLIS);
        }
        return socket.reaction();
    }
}
