package io.botpit.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SDK for TypeScript: its types are those of the protocol's description, it compiles, and it plays the dialogues. */
final class TypeScriptTest {
    private static final Path SDK = Path.of("typescript").toAbsolutePath();
    private static final Path PROTOCOL = SDK.resolve("protocol.ts");
    private static final Path DIALOGUES = Path.of("conformance").toAbsolutePath();

    @TempDir
    private Path folder;

    /** {@code -Dbotpit.protocol-types=write} makes them anew. */
    @Test
    void theTypesAreThoseOfTheProtocol() throws IOException {
        String made = ProtocolTypes.of(Files.readString(Path.of("../docs/protocol/asyncapi.yaml")));
        if ("write".equals(System.getProperty("botpit.protocol-types"))) {
            Files.writeString(PROTOCOL, made);
        }

        assertThat(PROTOCOL).hasContent(made);
    }

    @Test
    void itCompilesAndPlaysEveryDialogue() throws Exception {
        assumeNode();
        run("node", compiler().toString(), "-p", SDK.toString(), "--outDir", folder.toString());
        Files.copy(SDK.resolve("package.json"), folder.resolve("package.json"));
        List<String> dialogues = dialogues();

        List<String> play =
                new ArrayList<>(List.of("node", folder.resolve("conformance.js").toString()));
        play.addAll(dialogues);
        String said = run(play.toArray(String[]::new));

        assertThat(said).isEqualTo(dialogues.size() + " of " + dialogues.size() + " dialogues played\n");
    }

    /** A runner that sees no difference would pass all of them. */
    @Test
    void aDialogueThatSaysSomethingElseFails() throws Exception {
        assumeNode();
        run("node", compiler().toString(), "-p", SDK.toString(), "--outDir", folder.toString());
        Files.copy(SDK.resolve("package.json"), folder.resolve("package.json"));
        Path wrong = Files.writeString(folder.resolve("wrong.jsonl"), """
                {"open": {"name": "alice"}}
                {"send": {"cmd": "register", "params": {"username": "bob"}}}
                """);

        Process play = start("node", folder.resolve("conformance.js").toString(), wrong.toString());

        assertThat(play.waitFor()).isEqualTo(1);
        assertThat(said()).contains("wrong.jsonl:2: sent: ", "expected ", "0 of 1 dialogues played");
    }

    private static List<String> dialogues() throws IOException {
        try (Stream<Path> files = Files.list(DIALOGUES)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d.*\\.jsonl"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static Path compiler() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target", "typescript"))) {
            return files.filter(file -> file.endsWith("lib/tsc.js")).findFirst().orElseThrow();
        }
    }

    private void assumeNode() throws InterruptedException {
        try {
            assertThat(start("node", "--version").waitFor()).isZero();
        } catch (IOException notThere) {
            if ("true".equals(System.getenv("CI"))) {
                fail("no Node.js here", notThere);
            }
            Assumptions.abort("no Node.js here");
        }
    }

    /** Runs a command to its good end; what it said. */
    private String run(String... command) throws IOException, InterruptedException {
        int exit = start(command).waitFor();

        assertThat(exit).as(said()).isZero();
        return said();
    }

    private Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private String said() throws IOException {
        return Files.readString(log());
    }

    private Path log() {
        return folder.resolve("out.log");
    }
}
