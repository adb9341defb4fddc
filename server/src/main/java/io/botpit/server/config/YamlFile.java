package io.botpit.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads YAML files; a flat one as texts by key, in which a list becomes the text with commas. Knows nothing of what keys
 * mean.
 */
final class YamlFile {
    private static final long BYTES_MAX = 1_000_000;

    private YamlFile() {}

    static Map<String, String> read(Path file) {
        return flatten(file, parse(file));
    }

    static JsonNode parse(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new ConfigProblem(file + ": more than " + BYTES_MAX + " bytes");
            }
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ConfigProblem(file + ": no such file", e);
        } catch (IOException e) {
            throw new ConfigProblem(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static JsonNode parse(String origin, byte[] text) {
        try {
            return mapper().readTree(text);
        } catch (JacksonException e) {
            throw new ConfigProblem(
                    origin + ": not YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    private static YAMLMapper mapper() {
        return YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    private static Map<String, String> flatten(Path file, JsonNode root) {
        if (root.isMissingNode() || root.isNull()) {
            return Map.of();
        }
        if (!root.isObject()) {
            throw new ConfigProblem(file + ": must be a list of 'key: value' lines");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        root.properties().forEach(entry -> texts.put(entry.getKey(), text(file, entry.getKey(), entry.getValue())));
        return texts;
    }

    private static String text(Path file, String key, JsonNode value) {
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(scalar(file, key, item)));
            return String.join(",", items);
        }
        return scalar(file, key, value);
    }

    private static String scalar(Path file, String key, JsonNode value) {
        if (value.isContainer()) {
            throw new ConfigProblem(file.getFileName() + ": " + key + ": must be a single value or a list of them");
        }
        return value.isNull() ? "" : value.asString();
    }
}
