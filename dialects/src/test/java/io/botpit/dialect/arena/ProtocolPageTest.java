package io.botpit.dialect.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.FeedType;
import io.botpit.protocol.PushType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The protocol's page leaves nothing out, and what it shows of the transcripts is in them. */
class ProtocolPageTest {
    private static final Path FOLDER = Path.of("..", "docs", "protocol");

    private final String page = read(FOLDER.resolve("arena.md"));

    @Test
    void tellsOfEveryWord() {
        Stream<String> words = Stream.of(
                        Arrays.stream(ArenaCommand.values()).map(ArenaCommand::word),
                        Arrays.stream(PushType.values()).map(PushType::word),
                        Arrays.stream(FeedType.values()).map(FeedType::word))
                .flatMap(word -> word);

        assertThat(words).allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    }

    @Test
    void linksEveryTranscript() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("transcripts"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allSatisfy(name -> assertThat(page).contains("(transcripts/" + name + ")"));
        }
    }

    @Test
    void showsOnlyWhatIsInATranscript() throws IOException {
        List<String> transcripts;
        try (Stream<Path> files = Files.list(FOLDER.resolve("transcripts"))) {
            transcripts = files.map(ProtocolPageTest::read).toList();
        }

        assertThat(page.lines().filter(line -> line.startsWith("> {") || line.startsWith("< {")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(transcripts)
                        .anySatisfy(text -> assertThat(text).contains(line)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
