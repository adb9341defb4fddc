package io.botpit.simulation.arena;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What mutants are made of.
 *
 * @param texts messages of the corpus and of the transcripts
 * @param frames bytes on an upgraded socket
 * @param requests bytes on a fresh connection: the corpus's and one for each operation of the contract
 */
record FuzzSeeds(List<byte[]> texts, List<byte[]> frames, List<byte[]> requests) {
    private static final Path TRANSCRIPTS = Path.of("..", "docs", "protocol", "transcripts");
    private static final Path CONTRACT =
            Path.of("..", "server", "src", "main", "resources", "io", "botpit", "server", "http", "openapi.yaml");
    private static final int BYTES_MAX = 4_096;
    private static final String FOREIGN_SECRET = "0".repeat(64);

    static FuzzSeeds read(int port) throws IOException {
        FuzzSeeds seeds = new FuzzSeeds(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        UnaryOperator<String> filler = text -> text.replace("{{HOST}}", "127.0.0.1:" + port)
                .replace("{{WS_PATH}}", "/")
                .replace("{{LEADERBOARD_PATH}}", "/api/v1/leaderboard")
                .replace("{{ADMIN_PATH}}", "/api/v1/admin")
                .replace("{{REGISTER_PATH}}", "/api/v1/register")
                .replace("{{ADMIN_SECRET}}", FOREIGN_SECRET);
        for (AbuseEntry entry : AbuseEntry.all()) {
            byte[] bytes = entry.bytes(filler);
            if (bytes.length > 0 && bytes.length <= BYTES_MAX) {
                seeds.of(entry.transport()).add(bytes);
            }
        }
        seeds.addTranscripts();
        seeds.addContract(filler);
        seeds.texts().removeIf(text -> new String(text, StandardCharsets.UTF_8).contains("password"));
        seeds.texts().forEach(text -> seeds.frames().add(WireClient.frame(WireClient.TEXT, text)));
        return seeds;
    }

    private List<byte[]> of(String transport) {
        return switch (transport) {
            case "ws" -> texts;
            case "ws-raw" -> frames;
            default -> requests;
        };
    }

    private void addTranscripts() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.matches("\\w*> .*"))
                        .map(line -> line.substring(line.indexOf("> ") + 2))
                        .forEach(text -> texts.add(text.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** One request for each operation, read from the lines of the contract. */
    private void addContract(UnaryOperator<String> filler) throws IOException {
        String path = "";
        for (String line : Files.readAllLines(CONTRACT)) {
            if (line.startsWith("  /")) {
                path = line.strip().replace(":", "").replace("{id}", "g1").replace("{name}", "fuzz0");
            } else if (line.equals("    get:")) {
                requests.add(request(filler, "GET " + path + "?limit=5&after=1", "Accept: text/csv\r\n", ""));
            } else if (line.equals("    post:")) {
                String headers = "Authorization: Bearer " + FOREIGN_SECRET + "\r\nContent-Type: application/json\r\n";
                JsonNode body = JsonMapper.shared()
                        .readTree(
                                "{\"text\":\"hi\",\"player\":\"fuzz0\",\"frozen\":true,\"preset\":\"classic\",\"seconds\":9}");
                requests.add(request(filler, "POST " + path, headers, body.toString()));
            }
        }
    }

    private static byte[] request(UnaryOperator<String> filler, String line, String headers, String body) {
        String text = line + " HTTP/1.1\r\nHost: {{HOST}}\r\n" + headers + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
        return filler.apply(text).getBytes(StandardCharsets.UTF_8);
    }
}
