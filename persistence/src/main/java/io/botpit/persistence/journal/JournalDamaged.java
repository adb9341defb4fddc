package io.botpit.persistence.journal;

/**
 * A journal holds something that was never written by us, and not merely at its torn end. The server does not start
 * with it; a person has to look.
 */
public final class JournalDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final long offset;

    JournalDamaged(String file, long offset, String problem) {
        super(file + " is damaged at byte " + offset + ": " + problem);
        this.file = file;
        this.offset = offset;
    }

    /** Where it lies. */
    public String file() {
        return file;
    }

    /** Where the bad record starts, in bytes from the start of the file. */
    public long offset() {
        return offset;
    }
}
