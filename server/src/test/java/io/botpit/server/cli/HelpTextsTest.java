package io.botpit.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Help is formatted before it is shown; what is no format is shown as it stands, after a warning on the console. */
final class HelpTextsTest {
    private final Cli cli = new Cli(
            new Idle(),
            new Terminal(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), Map.of(), false));

    @Test
    void everyTextIsAFormatWithoutPlaces() {
        List<String> texts = new ArrayList<>();
        cli.commandLine().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .forEach(spec -> {
                    texts.addAll(List.of(spec.usageMessage().description()));
                    texts.addAll(List.of(spec.usageMessage().footer()));
                    spec.args().forEach(argument -> texts.addAll(List.of(argument.description())));
                });

        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.formatted()).isEqualTo(text.replace("%%", "%")));
    }
}
