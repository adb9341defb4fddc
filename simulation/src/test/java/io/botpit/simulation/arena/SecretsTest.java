package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.Main;
import io.botpit.simulation.arena.ServerProcess.Finished;
import io.botpit.simulation.arena.ServerProcess.Launch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * No secret turns up where it does not belong: the server logs all that it can log, everything that takes a secret is
 * done right, wrong and malformed, and then all that came out of it is searched.
 */
final class SecretsTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String SECOND_PASSWORD = "staple, staple, staple";
    private static final String WRONG_PASSWORD = "a guess at a password";
    private static final String WRONG_SECRET = "a guess at the secret";
    private static final String WRONG_TOKEN = "f00d".repeat(16);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path data;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, String> seen = new LinkedHashMap<>();

    @Test
    void secretsStayWhereTheyBelong() throws Exception {
        Launch loud = new Launch(Main.class, List.of("env", "BOTPIT_LOG=TRACE"), data, List.of());
        try (ServerProcess server = ServerProcess.start(loud);
                Bot feed = Bot.connect(server.feedPort());
                Bot page = Bot.connect(server.feedPort(), "/?view=spectator")) {
            String admin = Files.readString(data.resolve("admin-secret")).strip();
            secrets.putAll(Map.of("admin secret", admin, "password", PASSWORD, "second password", SECOND_PASSWORD));
            secrets.putAll(
                    Map.of("wrong password", WRONG_PASSWORD, "wrong secret", WRONG_SECRET, "wrong token", WRONG_TOKEN));

            loginsOf(server);
            revoke(server);
            reads(server, admin);
            adminActs(server, admin);
            hear("feed", feed);
            hear("page", page);
            server.terminate();
            seen.put("log", server.log());
        }
        exports();

        assertThat(seen.get("log")).contains("DEBUG");
        seen.forEach(this::assertHasNoSecret);
        files();
    }

    private void loginsOf(ServerProcess server) throws Exception {
        try (Bot ann = Bot.connect(server.port());
                Bot other = Bot.connect(server.port());
                Bot third = Bot.connect(server.port())) {
            JsonNode registered = ann.ask("register", Map.of("username", "ann", "password", PASSWORD));
            assertOk(registered, "Registered");
            String token = secret("token", registered.get("data").asString());
            reply(other.ask("auth", Map.of("username", "ann", "token", WRONG_TOKEN)));
            reply(other.ask("auth", Map.of("username", "ann", "password", WRONG_PASSWORD)));
            reply(other.ask("auth", Map.of("username", "ann", "password", PASSWORD)));
            reply(other.ask("set_password", Map.of("password", SECOND_PASSWORD)));
            reply(other.ask("bcast", Map.of("message", "hello")));
            reply(other.ask("buy", Map.of("price", "900", "size", "1")));
            assertOk(third.ask("auth", Map.of("username", "ann", "token", token)), "Authenticated");
            owned(other);
            malformed(other, token);
            JsonNode rotated = third.ask("rotate_token", Map.of());
            secret("rotated token", rotated.get("data").asString());
        }
    }

    private void owned(Bot bot) throws Exception {
        for (String password : List.of(WRONG_PASSWORD, SECOND_PASSWORD)) {
            JsonNode second =
                    bot.ask("register", Map.of("username", "ann-2", "owner", "ann", "owner_password", password));
            if (second.get("status").asBoolean()) {
                secret("second token", second.get("data").asString());
            } else {
                reply(second);
            }
        }
        assertThat(secrets).containsKey("second token");
    }

    private void malformed(Bot bot, String token) throws Exception {
        for (String frame : List.of(
                "{\"cmd\":\"auth\",\"params\":{\"username\":\"ann\",\"token\":\"" + token + "\"",
                "{\"cmd\":\"auth\",\"params\":{\"username\":\"ann\",\"token\":\"" + token + "\"}} x",
                "{\"cmd\":\"auth\",\"params\":{\"username\":\"ann\",\"token\":[\"" + token + "\"]}}",
                "{\"cmd\":\"auth\",\"params\":\"" + token + "\"}",
                "{\"cmd\":\"register\",\"params\":{\"username\":\"bob\",\"password\":{\"a\":\"" + PASSWORD + "\"}}}",
                "{\"cmd\":\"auth\",\"token\":\"" + token + "\",\"params\":{\"username\":\"ann\"}}",
                token,
                "\"" + token + "\"")) {
            bot.send(frame);
            reply(bot.next());
        }
        for (String given : List.of(WRONG_SECRET, secrets.getOrDefault("admin secret", ""))) {
            reply(bot.ask("pause", Map.of("secret", given)));
            reply(bot.ask("start", Map.of("secret", given)));
        }
        reply(bot.ask("pause", Map.of("secrets", WRONG_SECRET)));
    }

    private void adminActs(ServerProcess server, String admin) throws Exception {
        for (String given : List.of(admin, WRONG_SECRET)) {
            post(server, "/api/v1/admin/games/g1/pause", given, "{}");
            post(server, "/api/v1/admin/games/g1/start", given, "{}");
            post(server, "/api/v1/admin/games/g1/void", given, "{\"reason\":\"" + admin + "\"");
            post(server, "/api/v1/admin/games/g1/freeze?secret=" + admin, given, "{\"player\":[\"" + admin + "\"]}");
            post(server, "/api/v1/admin/games/nope/pause", given, admin);
        }
    }

    private void revoke(ServerProcess server) throws Exception {
        Finished revoked = ServerProcess.runHere(
                "admin",
                "revoke",
                "ann",
                "--data",
                data.toString(),
                "--url",
                "http://127.0.0.1:" + server.port() + "/");
        assertThat(revoked.exit()).as(revoked.err()).isZero();
        seen.put("admin revoke", revoked.out() + revoked.err());
    }

    private void reads(ServerProcess server, String admin) throws Exception {
        for (String path : List.of(
                "/",
                "/metrics",
                "/health/live",
                "/health/ready",
                "/api/v1/games",
                "/api/v1/games/g1",
                "/api/v1/games/g1/log",
                "/api/v1/games/g1/standings",
                "/api/v1/bots",
                "/api/v1/bots/ann",
                "/api/v1/leaderboard",
                "/api/v1/openapi.yaml",
                "/api/v1/games?secret=" + admin,
                "/api/v1/games/g1?limit=" + admin,
                "/nowhere?token=" + admin,
                "/api/v1/admin/shutdown?secret=" + admin)) {
            get(server, path, HttpRequest.newBuilder());
            get(server, path, HttpRequest.newBuilder().header("Authorization", "Bearer " + admin));
            get(server, path, HttpRequest.newBuilder().header("X-HTTP-Method-Override", admin));
        }
    }

    private void exports() throws Exception {
        for (String what : List.of("games", "orders", "fills", "standings")) {
            for (String form : List.of("jsonl", "csv")) {
                Finished export = ServerProcess.runHere("export", what, "--data", data.toString(), "--format", form);
                assertThat(export.exit()).as(export.err()).isZero();
                seen.put("export " + what + " " + form, export.out() + export.err());
            }
        }
    }

    /** Hashes of tokens and passwords are for the lobby's journal; the admin's secret is in its own file only. */
    private void files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = data.relativize(file).toString();
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                secrets.forEach((what, secret) -> {
                    if (!name.equals("admin-secret")) {
                        assertThat(bytes.contains(secret))
                                .as("%s in %s", what, name)
                                .isFalse();
                    }
                    boolean mayBeHashed = what.endsWith("token") && name.contains("lobby");
                    assertThat(!mayBeHashed && bytes.contains(sha256(secret)))
                            .as("hash of %s in %s", what, name)
                            .isFalse();
                });
            }
        }
    }

    private void assertHasNoSecret(String where, String text) {
        secrets.forEach((what, secret) -> {
            assertThat(text.contains(secret)).as("%s in %s", what, where).isFalse();
            assertThat(text.contains(sha256(secret)))
                    .as("hash of %s in %s", what, where)
                    .isFalse();
        });
    }

    private String secret(String what, String secret) {
        assertThat(secret).hasSize(64);
        secrets.put(what, secret);
        return secret;
    }

    private void reply(JsonNode frame) {
        seen.put("reply " + seen.size(), frame.toString());
    }

    private void hear(String where, Bot reader) throws IOException, InterruptedException {
        while (reader.hasFrame()) {
            seen.put(where + " " + seen.size(), reader.next().toString());
        }
        assertThat(seen.keySet()).anyMatch(key -> key.startsWith(where));
    }

    private void post(ServerProcess server, String path, String secret, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        get(server, path, request);
    }

    private void get(ServerProcess server, String path, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                request.uri(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                BodyHandlers.ofString());
        String head = Optional.of(answer.headers().map()).map(Object::toString).orElse("");
        seen.put(answer.statusCode() + " of request " + seen.size(), head + answer.body());
    }

    private static String sha256(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }
}
