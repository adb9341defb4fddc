package io.botpit.simulation.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.dialect.Denial;
import io.botpit.game.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal that the program can give is explained with its fix, and no other. */
final class RefusalsTest {
    private static final Path PAGE = Documents.ROOT.resolve("docs/refusals.md");
    private static final Path HTTP = Documents.ROOT.resolve("server/src/main/java/io/botpit/server/http");
    private static final String REST = "## Over REST";
    private static final Pattern PROBLEM =
            Pattern.compile("(?:new Problem\\(\\s*\\d+,|unauthorized\\(context,)\\s*\"(\\w+)\"|\"(\\w+_lost)\"");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|");

    @Test
    void everyCodeOfTheSocketIsExplainedOnce() {
        Set<String> codes = Stream.concat(
                        Arrays.stream(Reason.values()).map(Reason::code),
                        Arrays.stream(Denial.values()).map(Denial::code))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(explained(lines().takeWhile(line -> !line.equals(REST)))).containsExactlyElementsOf(codes);
    }

    @Test
    void everyCodeOfRestIsExplainedOnce() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.list(HTTP)) {
            for (Path source : sources.toList()) {
                PROBLEM.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .forEach(codes::add);
            }
        }

        assertThat(explained(lines().dropWhile(line -> !line.equals(REST)))).containsExactlyElementsOf(codes);
    }

    private static Stream<String> lines() {
        return Documents.lines(PAGE).stream();
    }

    /** In the order of the alphabet. */
    private static List<String> explained(Stream<String> lines) {
        List<String> rows =
                new ArrayList<>(lines.filter(line -> line.startsWith("| `")).toList());
        assertThat(rows).allSatisfy(row -> assertThat(row).matches(ROW));
        return rows.stream().map(row -> row.split("`", 3)[1]).sorted().toList();
    }
}
