package io.botpit.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LobbyJournalTest {
    @TempDir
    Path folder;

    private final List<LobbyRecord> records = records();

    @Test
    void theLobbyIsThereAfterARestart() {
        assertThat(LobbyJournal.readOnly(folder)).isEmpty();
        try (LobbyJournal journal = open().journal()) {
            journal.append(records.subList(0, 20));
            journal.append(records.get(20));
        }
        try (LobbyJournal journal = open().journal()) {
            journal.append(records.subList(21, 40));
        }

        assertThat(open().records()).isEqualTo(records);
        assertThat(LobbyJournal.readOnly(folder)).isEqualTo(records);
        assertThat(new Journals(folder).list()).isEmpty();
    }

    @Test
    void aTornEndIsCutAndReported() throws IOException {
        try (LobbyJournal journal = open().journal()) {
            journal.append(records);
        }
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length - 3));

        LobbyJournal.Opened opened = open();

        assertThat(opened.records()).isEqualTo(records.subList(0, 39));
        assertThat(opened.tornBytes()).isPositive();
        opened.journal().append(records.get(39));
        opened.journal().close();
        assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
    }

    @Test
    void aFlippedBitIsDamage() throws IOException {
        try (LobbyJournal journal = open().journal()) {
            journal.append(records);
        }
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(), bytes);

        assertThatThrownBy(this::open).isInstanceOf(JournalDamaged.class);
        assertThatThrownBy(() -> LobbyJournal.readOnly(folder)).isInstanceOf(JournalDamaged.class);
    }

    private LobbyJournal.Opened open() {
        return LobbyJournal.open(folder, Durability.PROCESS);
    }

    private Path file() {
        return folder.resolve(LobbyJournal.FILE_NAME);
    }

    private static List<LobbyRecord> records() {
        Arbitrary arbitrary = new Arbitrary(5);
        return IntStream.range(0, 40)
                .mapToObj(_ -> arbitrary.of(LobbyRecord.class))
                .toList();
    }
}
