package io.botpit.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.Committed;
import io.botpit.game.GameId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalsTest {
    @TempDir
    Path folder;

    Journals journals = new Journals(Path.of("."));

    @BeforeEach
    void useAFolderOfItsOwn() {
        journals = new Journals(folder);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAppendedIsThereInOrder(Durability durability) {
        try (GameJournal journal = journals.create(Story.HEAD, durability)) {
            journal.append(Story.records(1, 1));
            journal.append(Story.records(2, 150));
            journal.append(List.of());
            journal.append(Story.records(151, 200));

            assertThat(journal.sequence()).isEqualTo(200);
            assertThat(journal.chain()).isEqualTo(Story.endOf(journals).chain());
        }

        assertThat(Story.told(journals)).isEqualTo(Story.records(1, 200));
        try (JournalReader reader = journals.read(Story.GAME)) {
            assertThat(reader.head()).isEqualTo(Story.HEAD);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aJournalGoesOnWhereItEnded(Durability durability) {
        try (GameJournal journal = journals.create(Story.HEAD, durability)) {
            journal.append(Story.records(1, 10));
        }
        try (GameJournal journal = journals.append(Story.GAME, Story.endOf(journals), durability)) {
            journal.append(Story.records(11, 20));
        }

        assertThat(Story.told(journals)).isEqualTo(Story.records(1, 20));
    }

    @Test
    void theChainDoesNotDependOnTheBatches() {
        Chain oneByOne;
        try (GameJournal journal = journals.create(Story.HEAD, Durability.PROCESS)) {
            Story.records(1, 50).forEach(record -> journal.append(List.of(record)));
            oneByOne = journal.chain();
        }
        write("other", Durability.POWER, Story.records(1, 50));

        assertThat(new Journals(folder.resolve("other")).list()).containsExactly(Story.GAME);
        assertThat(Story.endOf(new Journals(folder.resolve("other"))).chain()).isEqualTo(oneByOne);
    }

    @Test
    void aJournalThatLiesIdleInPowerModeEndsAtItsZeros() throws IOException {
        GameJournal journal = journals.create(Story.HEAD, Durability.POWER);
        journal.append(Story.records(1, 10));

        assertThat(Files.size(file())).isGreaterThanOrEqualTo(RecordAppender.PREALLOCATED_BYTES);
        assertThat(Story.endOf(journals).tornBytes()).isZero();
        assertThat(Story.told(journals)).isEqualTo(Story.records(1, 10));
        journal.close();
        assertThat(Files.size(file())).isEqualTo(Story.endOf(journals).offset());
    }

    @Test
    void tornAtAnyByteOfTheLastRecordItLosesThatRecordOnly() throws IOException {
        write("", Durability.PROCESS, Story.records(1, 30));
        byte[] whole = Files.readAllBytes(file());
        write("shorter", Durability.PROCESS, Story.records(1, 29));
        int lastAt = (int) Story.endOf(new Journals(folder.resolve("shorter"))).offset();

        for (int length = lastAt; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            JournalEnd end = Story.endOf(journals);
            assertThat(end.sequence()).isEqualTo(29);
            assertThat(end.tornBytes()).isLessThanOrEqualTo(length - lastAt);

            try (GameJournal journal = journals.append(Story.GAME, end, Durability.PROCESS)) {
                journal.append(Story.records(30, 30));
            }
            assertThat(Files.readAllBytes(file())).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aFlippedBitBeforeTheLastRecordIsDamage(long seed) throws IOException {
        write("", Durability.PROCESS, Story.records(1, 30));
        write("shorter", Durability.PROCESS, Story.records(1, 29));
        int lastAt = (int) Story.endOf(new Journals(folder.resolve("shorter"))).offset();
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(seed);

        for (int i = 0; i < 50; i++) {
            int at = random.nextInt(lastAt);
            Files.write(file(), flipped(whole, at, random.nextInt(8)));

            assertThatThrownBy(() -> Story.endOf(journals))
                    .as("seed %d, byte %d", seed, at)
                    .isInstanceOfSatisfying(JournalDamaged.class, damage -> {
                        assertThat(damage.file()).isEqualTo(file().toString());
                        assertThat(damage.fault().offset()).isLessThanOrEqualTo(at);
                        assertThat(damage)
                                .hasMessageContaining("g1.journal is damaged at byte "
                                        + damage.fault().offset());
                    });
        }
    }

    @Test
    void aFlippedBitInTheLastRecordCutsIt() throws IOException {
        write("", Durability.PROCESS, Story.records(1, 30));
        write("shorter", Durability.PROCESS, Story.records(1, 29));
        int lastAt = (int) Story.endOf(new Journals(folder.resolve("shorter"))).offset();
        byte[] whole = Files.readAllBytes(file());

        for (int at = lastAt; at < whole.length; at++) {
            Files.write(file(), flipped(whole, at, at % 8));

            assertThat(Story.endOf(journals).sequence()).isEqualTo(29);
        }
    }

    @Test
    void aReplayNamesTheFirstCommandThatComesOutOtherwise() {
        write("", Durability.PROCESS, Story.records(1, 30));

        try (JournalReader reader = journals.read(Story.GAME)) {
            assertThatThrownBy(
                            () -> Replay.run(reader, c -> c.sequence() == 17 ? List.of() : Story.eventsOf(c), _ -> {}))
                    .isInstanceOfSatisfying(ReplayDiffers.class, differs -> {
                        assertThat(differs.fault().sequence()).isEqualTo(17);
                        assertThat(differs.fault().offset()).isPositive();
                        assertThat(differs.fault().expected())
                                .hasSize(64)
                                .isNotEqualTo(differs.fault().found());
                    });
        }
    }

    @Test
    void aJournalIsNeverBegunTwiceNorUnderAnotherName() throws IOException {
        write("", Durability.PROCESS, Story.records(1, 3));
        Files.copy(file(), folder.resolve("g2.journal"));
        Files.writeString(folder.resolve("Notes.journal"), "not ours");

        assertThatThrownBy(() -> journals.create(Story.HEAD, Durability.PROCESS))
                .isInstanceOf(IllegalStateException.class);
        assertThat(journals.list()).containsExactly(Story.GAME, new GameId("g2"));
        assertThatThrownBy(() -> journals.read(new GameId("g2"))).hasMessageContaining("the journal of game g1");
        assertThatThrownBy(() -> journals.exists(new GameId("lobby"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherFormatIsRefusedWithWhatCanBeDone() throws IOException {
        write("", Durability.PROCESS, Story.records(1, 3));
        byte[] bytes = Files.readAllBytes(file());
        bytes[Layout.VERSION_AT + 3] = 1;
        Files.write(file(), bytes);

        assertThatThrownBy(() -> journals.read(Story.GAME))
                .hasMessageContaining(
                        "format version 1, known is 2: the version of the program that wrote it can read it");

        bytes[Layout.VERSION_AT + 3] = 3;
        Files.write(file(), bytes);

        assertThatThrownBy(() -> journals.read(Story.GAME))
                .hasMessageContaining("format version 3, known is 2: a later version of the program wrote it");
    }

    private void write(String name, Durability durability, List<Committed> records) {
        Path target = folder.resolve(name);
        try {
            Files.createDirectories(target);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try (GameJournal journal = new Journals(target).create(Story.HEAD, durability)) {
            journal.append(records);
        }
    }

    private static byte[] flipped(byte[] bytes, int at, int bit) {
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) (1 << bit);
        return copy;
    }

    private Path file() {
        return folder.resolve("g1.journal");
    }
}
