package io.botpit.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java SDK plays the dialogues that all SDKs play. */
class ConformanceTest {
    static List<Dialogue> dialogues() {
        return Dialogue.all();
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void playsADialogue(Dialogue dialogue) throws IOException {
        new DialoguePlayer().play(dialogue);
    }

    @Test
    void eachDialogueHasANumberOfItsOwn() {
        assertThat(dialogues())
                .extracting(dialogue -> dialogue.name().substring(0, 3))
                .doesNotHaveDuplicates();
    }
}
