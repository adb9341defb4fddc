package io.botpit.bots.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingTest {
    private static final long SEED = 7;

    static List<String> kinds() {
        return HouseBots.KINDS;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSameFeedAndSeedGiveTheSameWishes(String kind) {
        String recording = read(kind + ".txt");

        assertThat(new Recording(HouseBots.create(kind, SEED, 1)).played(recording))
                .isEqualTo(recording);
    }

    private static String read(String name) {
        try (InputStream in = RecordingTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
