package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.GAME;
import static io.botpit.persistence.jooq.Tables.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.persistence.journal.LobbyRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsThereAfterACleanClose() {
        write(3);

        try (DataFolder data = DataFolder.lock(folder);
                Database database = Database.open(data)) {
            assertThat(database.isReachable()).isTrue();
            assertThat(database.sql().fetchCount(PLAYER)).isEqualTo(3);
            assertThat(database.movedAside()).isEmpty();
        }
    }

    @Test
    void noTwoRatedGamesHaveOneSeed() {
        try (DataFolder data = DataFolder.lock(folder);
                Database database = Database.open(data)) {
            insertGame(database, "g1", 7L);
            insertGame(database, "g2", null);
            insertGame(database, "g3", null);

            assertThatThrownBy(() -> insertGame(database, "g4", 7L))
                    .isInstanceOf(IntegrityConstraintViolationException.class);
            assertThat(database.sql().fetchCount(GAME)).isEqualTo(3);
        }
    }

    private static void insertGame(Database database, String id, @Nullable Long seed) {
        database.sql()
                .insertInto(GAME)
                .set(GAME.ID, id)
                .set(GAME.TITLE, "cup")
                .set(GAME.PRESET, "ranked")
                .set(GAME.BEHAVIOR_VERSION, 1)
                .set(GAME.PHASE, "LOBBY")
                .set(GAME.OPENED_AT, 0L)
                .set(GAME.TIME_LIMIT_MILLIS, 0L)
                .set(GAME.SEED, seed)
                .execute();
    }

    @Test
    void aDeletedFileIsBegunAnew() throws IOException {
        write(3);
        Files.delete(file());

        assertThat(playersAfterOpening()).isZero();
    }

    @Test
    void aFileThatH2CannotReadIsMovedAside() throws IOException {
        write(3);
        Files.delete(folder.resolve("botpit.mv.db.seal"));
        Files.writeString(file(), "this is not a database ".repeat(1_000));

        assertThat(playersAfterOpening()).isZero();
        assertThat(folder.resolve("botpit.mv.db.bad-1")).exists();
    }

    @Test
    void aTruncatedFileIsMovedAside() throws IOException {
        write(3);
        Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), 5_000));

        assertThat(playersAfterOpening()).isZero();
    }

    @Test
    void aFlippedBitThatH2WouldNotNoticeBreaksTheSeal() throws IOException {
        write(100);
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 4;
        Files.write(file(), bytes);

        assertThat(playersAfterOpening()).isZero();
        assertThat(folder.resolve("botpit.mv.db.bad-1")).hasBinaryContent(bytes);
    }

    @Test
    void aFileInUseIsLeftWhereItIs() {
        write(2);
        try (DataFolder data = DataFolder.lock(folder);
                Database database = Database.open(data)) {
            Process other = startAnotherJvm();
            assertThat(other.onExit().join().exitValue()).isEqualTo(OpeningChild.REFUSED);
            assertThat(database.sql().fetchCount(PLAYER)).isEqualTo(2);
        }
    }

    @Test
    void theSealIsBrokenWhileTheFileIsOpen() {
        write(1);
        assertThat(folder.resolve("botpit.mv.db.seal")).exists();

        try (DataFolder data = DataFolder.lock(folder);
                Database _ = Database.open(data)) {
            assertThat(folder.resolve("botpit.mv.db.seal")).doesNotExist();
        }
        assertThat(folder.resolve("botpit.mv.db.seal")).exists();
    }

    private Process startAnotherJvm() {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OpeningChild.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void write(int players) {
        try (DataFolder data = DataFolder.lock(folder);
                Database database = Database.open(data)) {
            for (int i = 1; i <= players; i++) {
                new Accounts(database.sql())
                        .project(List.of(new LobbyRecord.AccountOpened(
                                new PlayerId(i), "player-" + i, false, new PlayerId(i), null, GameTime.EPOCH)));
            }
        }
    }

    private int playersAfterOpening() {
        try (DataFolder data = DataFolder.lock(folder);
                Database database = Database.open(data)) {
            return database.sql().fetchCount(PLAYER);
        }
    }

    private Path file() {
        return folder.resolve("botpit.mv.db");
    }
}
