package io.botpit.simulation.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a page calls a test is one, and every promise about security has at least one. */
class NamedTestsTest {
    private static final Path SECURITY = Documents.ROOT.resolve("docs/security.md");
    private static final Path TRANSCRIPTS = Documents.ROOT.resolve("docs/protocol/transcripts");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final int PROMISES_MIN = 25;

    private final NamedTests tests = new NamedTests();

    static List<Path> pages() {
        return Documents.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyTestThatAPageNamesIsThere(Path page) {
        assertThat(tests.missingIn(String.join("\n", Documents.lines(page))))
                .as("tests named in %s", page)
                .isEmpty();
    }

    @Test
    void everyPromiseAboutSecurityIsShownByTestsAndTranscriptsAlone() {
        List<String> promises = Documents.lines(SECURITY).stream()
                .dropWhile(line -> !line.equals("## What is promised"))
                .takeWhile(line -> !line.equals("## What is not promised"))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat "))
                .toList();
        List<String> wrong = new ArrayList<>();
        for (String promise : promises) {
            String shownBy = promise.split(" \\| ", -1)[2];
            if (NamedTests.in(shownBy).isEmpty()) {
                wrong.add("no test: " + promise);
            }
            NAME.matcher(shownBy)
                    .results()
                    .filter(name -> NamedTests.in(name.group()).isEmpty())
                    .filter(name -> !Files.exists(TRANSCRIPTS.resolve(name.group(1) + ".txt")))
                    .forEach(name -> wrong.add("neither test nor transcript: " + name.group()));
        }

        assertThat(promises).hasSizeGreaterThan(PROMISES_MIN);
        assertThat(wrong).isEmpty();
    }
}
