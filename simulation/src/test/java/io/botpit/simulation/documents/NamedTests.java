package io.botpit.simulation.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that a text names, {@code `SomeTest`} or {@code `SomeTest#oneOfIts`}, held against those there are. */
final class NamedTests {
    private static final Pattern NAME = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

    private static final Pattern ANYTHING = Pattern.compile("");

    private final List<Path> sources = new ArrayList<>();

    /** Knows the tests of all modules. */
    NamedTests() {
        try (Stream<Path> modules = Files.list(Documents.ROOT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    files.filter(file -> file.toString().endsWith("Test.java")).forEach(sources::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<MatchResult> in(String text) {
        return NAME.matcher(text).results().toList();
    }

    /** The names in a text behind which there is no test. */
    List<String> missingIn(String text) {
        return in(text).stream()
                .filter(Predicate.not(this::isThere))
                .map(MatchResult::group)
                .toList();
    }

    private boolean isThere(MatchResult name) {
        Pattern wanted = name.group(2) == null ? ANYTHING : declared(name.group(2));
        return sources.stream()
                .filter(source -> source.endsWith(name.group(1) + ".java"))
                .anyMatch(source -> wanted.matcher(String.join("\n", Documents.lines(source)))
                        .find());
    }

    private static Pattern declared(String method) {
        return Pattern.compile("@(Test|ParameterizedTest)\\b.*\\R(?:.+\\R)*?.*\\bvoid " + method + "\\(");
    }
}
