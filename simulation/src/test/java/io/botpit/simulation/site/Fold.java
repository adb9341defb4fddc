package io.botpit.simulation.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The frames of a replay, laid over each other as the description of the feed says, without a line of the page's. */
final class Fold {
    private final JsonNode replay;

    private List<JsonNode> standings = List.of();
    private final Map<String, JsonNode> marks = new HashMap<>();
    private final Map<String, JsonNode> books = new HashMap<>();
    private final List<JsonNode> trades = new ArrayList<>();

    private Fold(JsonNode replay) {
        this.replay = replay;
    }

    /** What is to be seen of the first market at a second of play. */
    static List<String> screenAt(JsonNode replay, int second) {
        Fold fold = new Fold(replay);
        JsonNode first = replay.get("frames").get(0);
        long until = first.get("t").asLong() + second * 1000L;
        replay.get("frames")
                .valueStream()
                .filter(frame -> frame.path("t").asLong(until) <= until)
                .forEach(fold::lay);
        return fold.screen(
                first.get("game").get("instruments").get(0).get("symbol").asString());
    }

    private void lay(JsonNode frame) {
        if (frame.has("standings")) {
            standings = frame.get("standings").valueStream().toList();
        }
        frame.path("marks").propertyStream().forEach(mark -> marks.put(mark.getKey(), mark.getValue()));
        frame.path("books").propertyStream().forEach(book -> books.put(book.getKey(), book.getValue()));
        frame.path("trades").forEach(trades::add);
    }

    private List<String> screen(String market) {
        JsonNode book = Objects.requireNonNull(books.get(market), () -> "no book in " + replay);
        return Stream.of(
                        standings.stream()
                                .sorted(Comparator.comparingInt(
                                        row -> row.get("place").asInt()))
                                .map(Screen::row),
                        Stream.of(Screen.mark(Objects.requireNonNull(marks.get(market)))),
                        levels(book, "ask"),
                        levels(book, "bid"),
                        trades.reversed().stream()
                                .filter(trade -> trade.get("symbol").asString().equals(market))
                                .limit(Screen.TRADES)
                                .map(Screen::trade))
                .flatMap(lines -> lines)
                .toList();
    }

    private static Stream<String> levels(JsonNode book, String side) {
        return book.get(side + "s").valueStream().limit(Screen.LEVELS).map(level -> Screen.level(side, level));
    }
}
