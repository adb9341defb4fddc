package io.botpit.persistence.journal;

import java.nio.file.Path;

/**
 * A journal holds something that was never written by us, and not merely at its torn end. The server does not start
 * with it; a person has to look.
 */
public final class JournalDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final long offset;

    JournalDamaged(Path file, long offset, String problem) {
        super(file + " is damaged at byte " + offset + ": " + problem);
        this.file = file.toString();
        this.offset = offset;
    }

    public Path file() {
        return Path.of(file);
    }

    /** Where the bad record starts, in bytes from the start of the file. */
    public long offset() {
        return offset;
    }
}
