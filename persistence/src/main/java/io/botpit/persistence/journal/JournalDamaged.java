package io.botpit.persistence.journal;

/**
 * A journal holds something that was never written by us, and not merely at its torn end. The server does not start
 * with it; a person has to look.
 */
public final class JournalDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final JournalFault fault;

    JournalDamaged(String file, JournalFault fault) {
        super(file + " is damaged at byte " + fault.offset() + ": " + fault.what());
        this.file = file;
        this.fault = fault;
    }

    /** Where it lies. */
    public String file() {
        return file;
    }

    public JournalFault fault() {
        return fault;
    }
}
