package io.botpit.protocol.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the REST bodies. Stateless; any thread. */
public final class RestCodec {
    private static final int NESTING_MAX = 8;
    private static final int NUMBER_CHARS_MAX = 40;
    private static final int TEXT_CHARS_MAX = 2_048;
    private static final int KEY_CHARS_MAX = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_MAX)
                            .maxNumberLength(NUMBER_CHARS_MAX)
                            .maxStringLength(TEXT_CHARS_MAX)
                            .maxNameLength(KEY_CHARS_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final JsonMapper LENIENT = MAPPER.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RestCodec() {}

    public static String json(RestBody body) {
        return MAPPER.writeValueAsString(body);
    }

    /** A request of the admin, as the commands send it. */
    public static String json(ActRequest request) {
        return MAPPER.writeValueAsString(request);
    }

    /** A game that the admin wants, likewise. */
    public static String json(OpenRequest request) {
        return MAPPER.writeValueAsString(request);
    }

    /** A tournament that the admin wants, likewise. */
    public static String json(TournamentRequest request) {
        return MAPPER.writeValueAsString(request);
    }

    /** An act on a tournament, likewise. */
    public static String json(TournamentAct request) {
        return MAPPER.writeValueAsString(request);
    }

    /** One row as one line of JSON. */
    public static String line(Record row) {
        return MAPPER.writeValueAsString(row);
    }

    /** Reads a refusal; whatever it is, something readable comes out. */
    public static ProblemBody problem(String json) {
        try {
            return MAPPER.readValue(json, ProblemBody.class);
        } catch (JacksonException e) {
            return ProblemBody.of(500, "unreadable", "the server's answer is not a problem document");
        }
    }

    /** Reads what an act led to; {@link IllegalArgumentException} if it is something else. */
    public static ActBody acted(String json) {
        return answer(json, ActBody.class);
    }

    /** Reads a list of games; likewise. */
    public static GameList games(String json) {
        try {
            return MAPPER.readValue(json, GameList.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the server's list of games cannot be read", e);
        }
    }

    /** Reads the body of an act; {@link IllegalArgumentException} says for people what is wrong with it. */
    public static ActRequest act(String json) {
        return read(json, ActRequest.class, ActRequest.EMPTY);
    }

    /** Reads what game is wanted; likewise. */
    public static OpenRequest opening(String json) {
        return read(json, OpenRequest.class, OpenRequest.EMPTY);
    }

    /** Reads what tournament is wanted; likewise. */
    public static TournamentRequest tournament(String json) {
        return read(json, TournamentRequest.class, TournamentRequest.EMPTY);
    }

    /** Reads the body of an act on a tournament; likewise. */
    public static TournamentAct tournamentAct(String json) {
        return read(json, TournamentAct.class, TournamentAct.EMPTY);
    }

    /** Reads a tournament; {@link IllegalArgumentException} if it is something else. */
    public static TournamentDetail tournamentDetail(String json) {
        return answer(json, TournamentDetail.class);
    }

    /** Reads a list of tournaments; likewise. */
    public static TournamentList tournaments(String json) {
        return answer(json, TournamentList.class);
    }

    /** Reads what an act on a tournament led to; likewise. */
    public static TournamentActed tournamentActed(String json) {
        return answer(json, TournamentActed.class);
    }

    /** Reads an answer as a client does: members it does not know are of a newer server; likewise. */
    public static <T extends RestBody> T body(String json, Class<T> type) {
        try {
            return LENIENT.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the server's answer cannot be read", e);
        }
    }

    private static <T> T answer(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the server's answer cannot be read", e);
        }
    }

    private static <T> T read(String json, Class<T> type, T nothing) {
        Collection<String> known = MAPPER.valueToTree(nothing).propertyNames();
        String wanted = "must be a JSON object with fields of the right type among " + String.join(", ", known);
        try {
            T body = json.isBlank() ? nothing : MAPPER.readValue(json, type);
            if (body == null) {
                throw new IllegalArgumentException("the body " + wanted);
            }
            return body;
        } catch (JacksonException e) {
            String where = e.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(known::contains)
                    .findFirst()
                    .orElse("the body");
            throw new IllegalArgumentException(where + " has the wrong form: the body " + wanted, e);
        }
    }

    /**
     * Rows as CSV (RFC 4180) with a header; nested fields become columns such as {@code wallet.USD}. What a spreadsheet
     * would take for a formula gets an apostrophe in front.
     */
    public static String csv(Collection<? extends Record> rows) {
        List<Map<String, String>> flat = new ArrayList<>();
        SequencedSet<String> columns = new LinkedHashSet<>();
        for (Record row : rows) {
            Map<String, String> cells = new LinkedHashMap<>();
            flatten("", MAPPER.valueToTree(row), cells);
            columns.addAll(cells.keySet());
            flat.add(cells);
        }
        StringBuilder csv = new StringBuilder(String.join(",", columns)).append("\r\n");
        for (Map<String, String> cells : flat) {
            csv.append(String.join(
                            ",",
                            columns.stream()
                                    .map(column -> cell(cells.getOrDefault(column, "")))
                                    .toList()))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static void flatten(String name, JsonNode node, Map<String, String> cells) {
        if (node.isObject()) {
            String prefix = name.isEmpty() ? "" : name + ".";
            node.properties().forEach(field -> flatten(prefix + field.getKey(), field.getValue(), cells));
        } else if (!node.isArray()) {
            cells.put(name, node.isNull() ? "" : node.asString());
        }
    }

    private static String cell(String text) {
        boolean number = text.matches("-?\\d+(\\.\\d+)?");
        boolean formula = !number && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
