package io.botpit.simulation.arena;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of the corpus against a running server, on a connection and from an address of its own.
 *
 * @param number of the play, from 0: no two have the same
 */
record AbusePlay(AbuseEntry entry, AbuseStage stage, AbuseStage.Player player, int number) {
    private static final String PROBE = "\"probe\"";
    private static final String PING = "{\"cmd\":\"ping\",\"params\":{},\"id\":" + PROBE + "}";
    private static final int REPEATED_CHARS_MIN = 3;
    private static final Set<String> LIMIT_CODES = Set.of("rate_limited", "busy");
    private static final Set<String> LIMIT_REASONS = Set.of("flood", "malformed", "not_logged_in");
    private static final List<String> INSIDES =
            List.of("root:", "<script>alert", "jdbc:", "Exception", "org.eclipse", "io.botpit", "\u00ff\u00fe");

    /** What came of it, and what was wrong with that. */
    private record Outcome(List<String> reactions, List<String> complaints) {
        Outcome() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(String reaction) {
            reactions.add(reaction);
        }
    }

    /** What was wrong; empty: all as it should be. */
    List<String> complaints() throws IOException, InterruptedException {
        List<String> before = stage.effectsAround(player);
        Outcome outcome = new Outcome();
        if (entry.transport().equals("tcp")) {
            overHttp(outcome);
        } else if (entry.check().equals("feed-escaped")) {
            overSocketWithFeed(outcome);
        } else {
            overSocket(outcome);
        }
        judge(outcome);
        if (!outcome.reactions().contains("ok-reply") && entry.before().isEmpty()) {
            List<String> after = stage.effectsAround(player);
            if (!after.equals(before)) {
                outcome.complaints().add("changed the state: " + after.subList(before.size(), after.size()));
            }
        }
        return outcome.complaints().stream()
                .map(complaint -> entry + ": " + complaint)
                .toList();
    }

    private void judge(Outcome outcome) throws IOException, InterruptedException {
        List<String> reactions = outcome.reactions();
        // On one socket the first of a burst are served; connections of their own must all fare as expected.
        boolean fine = entry.times() == 1
                ? reactions.size() == 1 && entry.accepts(reactions.getFirst())
                        || isReplyThenEnd(reactions) && entry.accepts(reactions.getFirst())
                : entry.transport().equals("tcp")
                        ? reactions.stream().allMatch(entry::accepts)
                        : reactions.stream().anyMatch(entry::accepts);
        if (!fine) {
            outcome.complaints()
                    .add("got " + reactions.stream().distinct().toList() + ", expected one of " + entry.fine());
        }
        mindHealth("afterwards", outcome);
    }

    private void mindHealth(String when, Outcome outcome) throws IOException, InterruptedException {
        String illness = stage.illness();
        if (!illness.isEmpty()) {
            outcome.complaints().add("the server is not well " + when + ": " + illness);
        }
    }

    /** A refusal may be the last one. */
    private static boolean isReplyThenEnd(List<String> reactions) {
        return reactions.size() == 2
                && reactions.getFirst().equals("error-reply")
                && reactions.getLast().equals("close-1008");
    }

    private void overSocketWithFeed(Outcome outcome) throws IOException, InterruptedException {
        try (Bot feed = Bot.connect(stage.server().feedPort())) {
            overSocket(outcome);
            if (outcome.reactions().contains("ok-reply")) {
                JsonNode said = JsonMapper.shared()
                        .readTree(entry.bytes(UnaryOperator.identity()))
                        .at("/params/message");
                JsonNode shown = feed.next("bcast");
                while (!shown.get("user").asString().equals(player.name())) {
                    shown = feed.next("bcast");
                }
                if (!shown.get("message").equals(said)) {
                    outcome.complaints().add("the feed shows " + shown);
                }
            }
        }
    }

    private void overSocket(Outcome outcome) throws IOException {
        try (WireClient client = WireClient.connectFrom(number, stage.server().port())) {
            String offer =
                    entry.extensions().isEmpty() ? "" : "Sec-WebSocket-Extensions: " + entry.extensions() + "\r\n";
            String head = client.upgrade("/", offer).head();
            if (!head.startsWith("HTTP/1.1 101 ") || head.contains("Sec-WebSocket-Extensions")) {
                outcome.complaints().add("the handshake was answered by " + head);
                return;
            }
            if (entry.isPlayers()) {
                said(client, login());
            }
            if (!entry.before().isEmpty()) {
                said(client, stage.filler(player, number).apply(entry.before()));
            }
            client.send(bytes());
            if (entry.holdMillis() > 0) {
                client.waitAtMost(entry.holdMillis());
                outcome.add(afterSilence(client.hear()));
            } else {
                client.sendText(PING);
                hear(client, outcome);
            }
        }
    }

    private static String afterSilence(WireClient.Heard heard) {
        return switch (heard) {
            case WireClient.Silence() -> "ignored";
            case WireClient.Dropped() -> "drop";
            case WireClient.Closed(var code, var _) -> "close-" + code;
            case WireClient.Text(var text) -> text;
        };
    }

    private String login() {
        return Bot.frame(
                "auth", Map.of("username", player.name(), "token", player.bot().token()));
    }

    private static void said(WireClient client, String text) throws IOException {
        client.sendText(text);
        if (!(client.hear() instanceof WireClient.Text(var reply)) || !reply.startsWith("{\"status\": true,")) {
            throw new IOException("not accepted: " + text);
        }
    }

    private byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        UnaryOperator<String> filler = stage.filler(player, number);
        for (int i = 0; i < entry.times(); i++) {
            String n = String.valueOf(i);
            byte[] payload = entry.bytes(text -> filler.apply(text).replace("{{N}}", n));
            all.writeBytes(
                    entry.transport().equals("ws")
                            ? WireClient.frame(entry.isBinary() ? WireClient.BINARY : WireClient.TEXT, payload)
                            : payload);
        }
        return all.toByteArray();
    }

    private void hear(WireClient client, Outcome outcome) throws IOException {
        boolean limited = !entry.check().equals("limited");
        boolean over = false;
        while (!over) {
            switch (client.hear()) {
                case WireClient.Text(var text) when text.contains("\"id\": " + PROBE) -> over = true;
                case WireClient.Text(var text) -> limited |= reply(text, outcome);
                case WireClient.Closed(var code, var reason) -> {
                    outcome.add("close-" + code);
                    limited |= LIMIT_REASONS.contains(reason);
                    over = true;
                }
                case WireClient.Dropped() -> {
                    outcome.add("drop");
                    over = true;
                }
                case WireClient.Silence() -> {
                    outcome.add("silence");
                    over = true;
                }
            }
        }
        if (outcome.reactions().isEmpty()) {
            outcome.add("ignored");
        }
        if (!limited) {
            outcome.complaints().add("was not limited: " + outcome.reactions().size() + " answers");
        }
    }

    /** Whether it was the answer of a limit. */
    private boolean reply(String text, Outcome outcome) {
        JsonNode reply = JsonMapper.shared().readTree(text);
        boolean done = reply.get("status").asBoolean();
        outcome.add(done ? "ok-reply" : "error-reply");
        String code = reply.path("code").asString("");
        if (!done && (code.isEmpty() || !reply.get("data").isNull())) {
            outcome.complaints().add("not a proper refusal: " + text);
        }
        if (entry.times() == 1 && LIMIT_CODES.contains(code)) {
            outcome.complaints().add("refused for the wrong reason: " + text);
        }
        return LIMIT_CODES.contains(code);
    }

    private void overHttp(Outcome outcome) throws IOException, InterruptedException {
        if (entry.holdMillis() > 0) {
            holdSilently(outcome);
            return;
        }
        for (int i = 0; i < entry.times(); i++) {
            try (WireClient client =
                    WireClient.connectFrom(number, stage.server().port())) {
                byte[] request = entry.bytes(stage.filler(player, number));
                client.send(request);
                WireClient.Response response = client.response();
                outcome.add(response.outcome());
                if (entry.check().equals("no-reflection")) {
                    queried(request)
                            .filter((response.head() + response.body())::contains)
                            .forEach(text -> outcome.complaints().add("the answer repeats " + text));
                }
                INSIDES.stream()
                        .filter(response.body()::contains)
                        .forEach(inside -> outcome.complaints().add("the answer contains " + inside));
            }
        }
    }

    /**
     * What a request line asks behind the question mark, as it came and decoded both ways, where it is long enough to
     * be known again.
     */
    private static Stream<String> queried(byte[] request) {
        String line = new String(request, ISO_8859_1).lines().findFirst().orElseThrow();
        String query = line.substring(line.indexOf('?') + 1, line.lastIndexOf(' '));
        Stream<String> values = Stream.of(query.split("&", -1))
                .map(pair -> pair.substring(pair.indexOf('=') + 1))
                .filter(value -> value.length() >= REPEATED_CHARS_MIN)
                .flatMap(value -> Stream.of(
                        value,
                        URLDecoder.decode(value, ISO_8859_1),
                        new String(URLDecoder.decode(value, UTF_8).getBytes(UTF_8), ISO_8859_1)));
        return Stream.concat(Stream.of(query), values).distinct();
    }

    /** Many connections that say nothing: others are served meanwhile, and how each of them ends counts. */
    private void holdSilently(Outcome outcome) throws IOException, InterruptedException {
        List<WireClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < entry.times(); i++) {
                WireClient client =
                        WireClient.connectFrom(number, stage.server().port());
                client.waitAtMost(entry.holdMillis());
                clients.add(client);
            }
            mindHealth("meanwhile", outcome);
            for (WireClient client : clients) {
                outcome.add(afterSilence(client.hear()));
            }
        } finally {
            for (WireClient client : clients) {
                client.close();
            }
        }
    }
}
