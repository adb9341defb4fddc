package io.botpit.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NewBotCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void itMakesAFolderAndSaysHowToStartIt(Starter language) {
        assertThat(run(language.name(), "ann")).isZero();

        assertThat(out.toString().strip())
                .isEqualTo("cd " + folder.resolve("ann") + " && " + language.command() + " ws://127.0.0.1:9877");
        assertThat(folder.resolve("ann/README.md"))
                .content()
                .startsWith("# ann")
                .contains(language.command())
                .doesNotContain("my-bot");
    }

    @Test
    void theSdkForJavaIsSmallAndHasNothingOfTheServer() throws IOException {
        run("java", "ann");

        Path sdk = folder.resolve("ann/botpit-sdk.jar");
        assertThat(Files.size(sdk)).isLessThan(5 << 20);
        try (ZipFile jar = new ZipFile(sdk.toFile())) {
            assertThat(jar.getEntry("io/botpit/bots/BotRunner.class")).isNotNull();
            assertThat(jar.stream()).noneMatch(entry -> entry.getName().startsWith("io/botpit/server"));
        }
    }

    @Test
    void whatIsThereStaysAsItIs() throws IOException {
        Files.createDirectory(folder.resolve("ann"));

        assertThat(run("python", "ann")).isEqualTo(Cli.FAILED);

        assertThat(err.toString()).contains("NAME: ", "is there already", "choose another name");
        assertThat(folder.resolve("ann")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", "-x", "", "ann bob"})
    void aNameThatNoPlayerMayHaveIsRefused(String name) {
        assertThat(run("python", "--", name)).isEqualTo(Cli.WRONG_USAGE);

        assertThat(err.toString()).contains("NAME must be 1 to 64 of A-Z a-z 0-9 . _ -");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUnknownLanguageIsRefusedWithThoseThereAre() {
        assertThat(run("cobol", "ann")).isEqualTo(Cli.WRONG_USAGE);

        assertThat(err.toString()).contains("LANGUAGE", "JAVA, PYTHON, TYPESCRIPT", "cobol");
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), Map.of(), false);
        return new Cli(new Idle(), terminal)
                .run(Stream.concat(Stream.of("new-bot", "--in", folder.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
