package io.botpit.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every line with {@code ./botpit} in the pages is one that the program understands. Nothing is run. */
final class DocumentedLinesTest {
    /** Up to the end of the line, the end of inline code or a comment. */
    private static final Pattern LINE = Pattern.compile("\\./botpit +([^`#\\n]+)");

    private final Cli cli = new Cli(
            new Idle(),
            new Terminal(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), Map.of(), false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "server/README.md",
                "src-sample-bots/README.md",
                "docs/operations.md",
                "docs/first-bot.md",
                "docs/house-bots.md",
                "docs/local-arena.md"
            })
    void everyLineIsUnderstood(String page) throws IOException {
        List<String> lines = LINE.matcher(Files.readString(Path.of("..", page)))
                .results()
                .map(line -> line.group(1).strip())
                .toList();

        assertThat(lines)
                .as("lines of %s", page)
                .isNotEmpty()
                .allSatisfy(line -> assertThatCode(() -> check(line)).as(line).doesNotThrowAnyException());
    }

    @Test
    void aLineThatIsWrongIsSeen() {
        assertThatThrownBy(() -> check("srve")).hasMessageContaining("srve");
        assertThatThrownBy(() -> check("serve --prot 1")).hasMessageContaining("--prot");
        assertThatThrownBy(() -> check("export weather")).hasMessageContaining("weather");
    }

    /** A command alone may be a mention in a sentence; everything else must be complete. */
    private void check(String line) {
        CommandLine commands = cli.commandLine();
        if (!commands.getSubcommands().containsKey(line)) {
            commands.parseArgs(line.split(" +"));
        }
    }
}
