package io.botpit.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One object of a structured file, read field by field; every problem names the file and the place in it. What was not
 * asked for by the end is an unknown key. One thread.
 */
final class Section {
    private final String place;
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();

    /** @param place the file and the way to this object, for messages */
    Section(String place, JsonNode node) {
        this.place = place;
        if (!node.isObject()) {
            throw new ConfigProblem(place + ": must be 'key: value' lines");
        }
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    }

    String text(String key) {
        String text = optionalText(key);
        if (text == null) {
            throw missing(key, "a text");
        }
        return text;
    }

    @Nullable
    String optionalText(String key) {
        JsonNode node = find(key);
        if (node == null) {
            return null;
        }
        if (node.isContainer()) {
            throw problem(key, "must be a text");
        }
        return node.asString();
    }

    long whole(String key) {
        JsonNode node = find(key);
        if (node == null) {
            throw missing(key, "a whole number");
        }
        return whole(key, node);
    }

    long whole(String key, long otherwise) {
        JsonNode node = find(key);
        return node == null ? otherwise : whole(key, node);
    }

    int number(String key, long otherwise) {
        return Math.toIntExact(Math.clamp(whole(key, otherwise), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    boolean has(String key) {
        return find(key) != null;
    }

    boolean flag(String key) {
        JsonNode node = find(key);
        if (node == null) {
            return false;
        }
        if (!node.isBoolean()) {
            throw problem(key, "must be true or false, not " + node.asString());
        }
        return node.booleanValue();
    }

    /** Absent: nothing in it. */
    Section section(String key, JsonNode otherwise) {
        JsonNode node = find(key);
        return new Section(place + ": " + key, node == null ? otherwise : node);
    }

    <T> List<T> list(String key, Function<Section, T> reading) {
        List<T> elements = new ArrayList<>();
        int number = 0;
        for (JsonNode node : nodes(key)) {
            elements.add(reading.apply(new Section(place + ": " + key + "[" + number++ + "]", node)));
        }
        return elements;
    }

    /** Rows of whole numbers. */
    List<long[]> rows(String key, int columns) {
        List<long[]> rows = new ArrayList<>();
        for (JsonNode node : nodes(key)) {
            if (!node.isArray() || node.size() != columns) {
                throw problem(key, "must have rows of " + columns + " whole numbers");
            }
            long[] row = new long[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = whole(key, node.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** What was asked for made into a value; its own limits are told with this place. */
    <T> T made(Supplier<T> making) {
        T value;
        try {
            value = making.get();
        } catch (ConfigProblem e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(place + ": " + e.getMessage(), e);
        }
        fields.keySet().stream().filter(key -> !asked.contains(key)).findFirst().ifPresent(key -> {
            String meant = Nearest.to(key, asked, Function.identity())
                    .map(near -> ", did you mean " + near + "?")
                    .orElse(": known here are " + String.join(", ", asked));
            throw new ConfigProblem(place + ": unknown key " + key + meant);
        });
        return value;
    }

    ConfigProblem problem(String key, String what) {
        return new ConfigProblem(place + ": " + key + ": " + what);
    }

    private ConfigProblem missing(String key, String what) {
        List<String> others =
                fields.keySet().stream().filter(field -> !asked.contains(field)).toList();
        String meant = Nearest.to(key, others, Function.identity())
                .map(near -> "; was it meant by " + near + "?")
                .orElse("");
        return new ConfigProblem(place + ": " + key + " is missing: give " + what + meant);
    }

    private List<JsonNode> nodes(String key) {
        JsonNode node = find(key);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw problem(key, "must be a list");
        }
        List<JsonNode> nodes = new ArrayList<>();
        node.forEach(nodes::add);
        return nodes;
    }

    private long whole(String key, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw problem(key, "must be a whole number, not " + (node.isContainer() ? "a list" : node.asString()));
        }
        return node.longValue();
    }

    private @Nullable JsonNode find(String key) {
        asked.add(key);
        JsonNode node = fields.get(key);
        return node == null || node.isNull() ? null : node;
    }
}
