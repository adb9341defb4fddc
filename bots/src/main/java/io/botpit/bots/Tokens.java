package io.botpit.bots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where a bot keeps the token that proves that its name is its own. Called by the runner's thread.
 */
public interface Tokens {
    /** The token of an earlier registration, if there was one. */
    Optional<String> load() throws IOException;

    void save(String token) throws IOException;

    /** In a file that only its owner can read. */
    static Tokens inFile(Path file) {
        return new Tokens() {
            @Override
            public Optional<String> load() throws IOException {
                return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
            }

            @Override
            public void save(String token) throws IOException {
                Path folder = file.toAbsolutePath().getParent();
                Path written = ownersOnly(folder == null ? file : folder);
                Files.writeString(written, token);
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
            }
        };
    }

    /** For as long as the process runs. */
    static Tokens inMemory() {
        return inMemory(Optional.empty());
    }

    /** Likewise, with a token that is known already. */
    static Tokens inMemory(Optional<String> known) {
        AtomicReference<Optional<String>> kept = new AtomicReference<>(known);
        return new Tokens() {
            @Override
            public Optional<String> load() {
                return kept.get();
            }

            @Override
            public void save(String token) {
                kept.set(Optional.of(token));
            }
        };
    }

    private static Path ownersOnly(Path folder) throws IOException {
        Files.createDirectories(folder);
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createTempFile(
                        folder,
                        "token",
                        null,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, "token", null);
    }
}
