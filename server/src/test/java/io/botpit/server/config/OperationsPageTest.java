package io.botpit.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of settings in the documents is the one of the program. */
final class OperationsPageTest {
    private static final Path PAGE = Path.of("../docs/operations.md");

    @Test
    void theTableOfSettingsIsTheProgramsOwn() throws IOException {
        List<String> rows =
                Arrays.stream(Setting.values()).map(OperationsPageTest::row).toList();

        List<String> written = Files.readAllLines(PAGE).stream()
                .filter(line -> line.contains("`BOTPIT_") && line.startsWith("| "))
                .toList();

        assertThat(written).as("rows of the table in %s", PAGE).containsExactlyElementsOf(rows);
    }

    private static String row(Setting setting) {
        String option = setting.isPublic() ? "`" + setting.option() + label(setting) + "`" : "none";
        String unless = setting.isFlag() || setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
        return "| " + option + " | `" + setting.variable() + "` | " + unless + " | " + setting.description() + " |";
    }

    private static String label(Setting setting) {
        return setting.isFlag() ? "" : " " + setting.label().replace("|", " or ");
    }
}
