package io.botpit.simulation.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of faults is complete, and every test that it names is there. */
class FaultsTest {
    private static final Path PAGE = Documents.ROOT.resolve("docs/reliability.md");
    private static final int FAULTS = 45;
    /** Without a test, since there is nothing yet that could break. */
    private static final String TOURNAMENTS = "F37";

    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");

    private record Fault(String id, String expected, List<MatchResult> tests) {}

    @Test
    void everyFaultIsInTheCatalogueOnce() {
        List<String> ids =
                IntStream.rangeClosed(1, FAULTS).mapToObj("F%02d"::formatted).toList();

        assertThat(faults()).extracting(Fault::id).containsExactlyElementsOf(ids);
    }

    @Test
    void everyFaultHasATestThatIsThere() throws IOException {
        List<Path> sources = testSources();
        List<String> wrong = new ArrayList<>();
        for (Fault fault : faults()) {
            if (fault.tests().isEmpty() && !fault.id().equals(TOURNAMENTS)) {
                wrong.add(fault.id() + " names no test");
            }
            for (MatchResult test : fault.tests()) {
                if (!isThere(sources, test.group(1), test.group(2))) {
                    wrong.add(fault.id() + " names " + test.group() + ", which is not there");
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static List<Fault> faults() {
        return Documents.lines(PAGE).stream()
                .filter(line -> line.matches("\\| F\\d\\d \\|.*"))
                .map(line -> line.split(" \\| ", -1))
                .map(cells -> new Fault(
                        cells[0].substring(2),
                        cells[2],
                        NAMED_TEST.matcher(cells[3]).results().toList()))
                .toList();
    }

    private static List<Path> testSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Documents.ROOT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    files.filter(file -> file.toString().endsWith("Test.java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private static boolean isThere(List<Path> sources, String type, String method) {
        Pattern declared = Pattern.compile("@(Test|ParameterizedTest)\\b.*\\R(?:.+\\R)*?.*\\bvoid " + method + "\\(");
        return sources.stream()
                .filter(source -> source.endsWith(type + ".java"))
                .anyMatch(source -> declared.matcher(String.join("\n", Documents.lines(source)))
                        .find());
    }
}
