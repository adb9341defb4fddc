package io.botpit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void theFolderIsMadeForItsOwnerAlone() throws IOException {
        try (DataFolder data = DataFolder.lock(temporary.resolve("deep/data"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.journals())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void itCanBeTakenAgainAfterwardsButNotMeanwhile() {
        try (DataFolder data = DataFolder.lock(temporary)) {
            assertThatThrownBy(() -> DataFolder.lock(temporary))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining(data.root().toString());
        }
        DataFolder.lock(temporary).close();
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.lock(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot use the data folder");
    }

    @Test
    void anotherProcessIsKeptOutUntilThisOneDies() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingChild.class.getName(),
                        temporary.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("locked");

            assertThatThrownBy(() -> DataFolder.lock(temporary)).isInstanceOf(DataFolderInUse.class);
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
        DataFolder.lock(temporary).close();
    }
}
