package io.botpit.dialect.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The transcripts of the protocol's page are true. With {@code -Dbotpit.transcripts.record=true} the answers are written
 * into the files instead; read the difference before committing it.
 */
class TranscriptsTest {
    private static final Path FOLDER = Path.of("..", "docs", "protocol", "transcripts");
    private static final boolean RECORDS = Boolean.getBoolean("botpit.transcripts.record");

    @TestFactory
    Stream<DynamicTest> everyTranscriptIsWhatTheServerSays() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> transcripts = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            assertThat(transcripts).isNotEmpty();
            return transcripts.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        List<String> written = Files.readAllLines(file);

        List<String> played = Transcript.play(written);

        if (RECORDS) {
            Files.write(file, played);
        } else {
            assertThat(played).containsExactlyElementsOf(written);
        }
    }
}
