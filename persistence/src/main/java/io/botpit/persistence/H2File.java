package io.botpit.persistence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * The file of an H2 database. H2 does not check the rows in it, so a clean close leaves a seal beside it: a checksum of
 * the whole file. A broken seal, or a file that H2 cannot open, is moved aside; the tables are made anew from the
 * journals.
 */
record H2File(Path folder, String name) {
    // No trace file: what H2 has to say reaches us as exceptions.
    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    String url() {
        return "jdbc:h2:file:" + folder.resolve(name) + OPTIONS;
    }

    /** Refuses every change, of the file's own housekeeping too. */
    String readOnlyUrl() {
        return url() + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE";
    }

    boolean exists() {
        return Files.exists(file());
    }

    /** Whether the file is as the last clean close left it; after a kill there is no seal, and nobody can know. */
    boolean isTrusted() throws IOException {
        return !Files.exists(file())
                || !Files.exists(sealFile())
                || Files.readString(sealFile()).equals(checksum());
    }

    /** From now on the file changes. */
    void unseal() throws IOException {
        Files.deleteIfExists(sealFile());
    }

    /** Only once the database is closed. */
    void seal() throws IOException {
        Files.writeString(sealFile(), checksum());
    }

    /** Makes room for a new file and answers where the old one is now. */
    Path moveAside() throws IOException {
        int number = 1;
        while (Files.exists(aside(number))) {
            number++;
        }
        Files.move(file(), aside(number));
        unseal();
        return aside(number);
    }

    private String checksum() throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file()), new CRC32C())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Long.toHexString(in.getChecksum().getValue());
        }
    }

    private Path aside(int number) {
        return folder.resolve(name + ".mv.db.bad-" + number);
    }

    private Path file() {
        return folder.resolve(name + ".mv.db");
    }

    private Path sealFile() {
        return folder.resolve(name + ".mv.db.seal");
    }
}
