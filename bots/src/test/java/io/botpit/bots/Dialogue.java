package io.botpit.bots;

import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One file of the conformance kit: a step in each line. */
record Dialogue(String name, String about, List<Step> steps) {
    private static final Path KIT = Path.of("conformance");

    /**
     * A step.
     *
     * @param where file and line
     */
    record Step(String where, String kind, Json value) {}

    static List<Dialogue> all() {
        try (Stream<Path> files = Files.list(KIT)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{3}-.*\\.jsonl"))
                    .sorted()
                    .map(Dialogue::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Dialogue read(Path file) {
        List<Step> steps = new ArrayList<>(steps(file));
        Step about = steps.removeFirst();
        if (!about.kind().equals("about")) {
            throw new IllegalStateException(about.where() + " does not say what the dialogue is about");
        }
        String name = file.getFileName().toString().replace(".jsonl", "");
        return new Dialogue(name, text(about.value()), List.copyOf(steps));
    }

    private static List<Step> steps(Path file) {
        List<Step> steps = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String where = file.getFileName() + ":" + (i + 1);
            if (!(json(lines.get(i)) instanceof Json.ObjectValue line)
                    || line.members().size() != 1) {
                throw new IllegalStateException(where + " is not an object with one member");
            }
            line.members().forEach((kind, value) -> {
                if (kind.equals("include")) {
                    steps.addAll(steps(file.resolveSibling(text(value) + ".jsonl")));
                } else {
                    steps.add(new Step(where, kind, value));
                }
            });
        }
        return steps;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Json json(String text) {
        return switch (JsonText.ofServerFrames().read(text)) {
            case JsonText.Read.Value(var json) -> json;
            case JsonText.Read.Broken(var why) -> throw new IllegalStateException(why + ": " + text);
        };
    }

    static String text(Json json) {
        if (json instanceof Json.TextValue(var text)) {
            return text;
        }
        throw new IllegalStateException("not a text: " + json);
    }

    @Override
    public String toString() {
        return name + ": " + about;
    }
}
