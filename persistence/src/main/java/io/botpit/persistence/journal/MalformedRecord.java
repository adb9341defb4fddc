package io.botpit.persistence.journal;

/** The bytes of a record do not say anything that this version knows; becomes {@link JournalDamaged} further up. */
final class MalformedRecord extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedRecord(String message) {
        super(message);
    }
}
