package io.botpit.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed tables are what the generator makes of the migrations: profile {@code codegen} writes them anew. */
class GeneratedTablesTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path PACKAGE = Path.of("io/botpit/persistence/jooq");

    @TempDir
    private Path fresh;

    @Test
    void theCommittedTablesAreThoseOfTheMigrations() throws Exception {
        if (Files.isDirectory(MIGRATIONS)) {
            generate();
        }

        assertThat(files(Path.of("src/main/java").resolve(PACKAGE)))
                .as("run ./mvnw -q -Pcodegen compile -pl persistence -am")
                .isEqualTo(files(fresh.resolve(PACKAGE)));
    }

    private void generate() throws Exception {
        Process codegen = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "src/codegen/java/Codegen.java",
                        MIGRATIONS.toString(),
                        fresh.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(codegen.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(codegen.waitFor()).as(output).isZero();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
