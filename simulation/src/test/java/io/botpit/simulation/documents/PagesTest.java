package io.botpit.simulation.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the pages: one title each, decisions in four parts, a README that fits on a screen or two. */
class PagesTest {
    private static final Path DECISIONS = Documents.ROOT.resolve("docs/decisions");
    private static final int README_LINES_MAX = 100;
    private static final int DECISION_LINES_MAX = 60;

    static List<Path> pages() {
        return Documents.all();
    }

    static List<Path> decisions() {
        return Documents.in(DECISIONS, 1).stream()
                .filter(page -> name(page).matches("\\d{4}-.*"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageHasOneTitleAndStartsWithIt(Path page) {
        List<String> prose = Documents.prose(page);
        List<String> titles =
                prose.stream().filter(line -> line.startsWith("# ")).toList();

        assertThat(titles).as("titles of %s", page).hasSize(1);
        assertThat(prose.getFirst()).as("first line of %s", page).startsWith("# ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void aDecisionHasFourPartsOnOnePage(Path decision) {
        List<String> parts = Documents.prose(decision).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .toList();

        assertThat(parts)
                .as("headings of %s", decision)
                .containsExactly("Context", "Decision", "Consequences", "Rejected options");
        assertThat(Documents.lines(decision)).as("length of %s", decision).hasSizeLessThanOrEqualTo(DECISION_LINES_MAX);
    }

    @Test
    void decisionsAreNumberedWithoutGaps() {
        List<Integer> numbers = decisions().stream()
                .map(decision -> Integer.valueOf(name(decision).substring(0, 4)))
                .toList();

        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void theReadmeFitsInAHundredLines() {
        assertThat(Documents.lines(Documents.ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(README_LINES_MAX);
    }

    private static String name(Path page) {
        return page.subpath(page.getNameCount() - 1, page.getNameCount()).toString();
    }
}
