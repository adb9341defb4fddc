package io.botpit.persistence.journal;

import java.io.Serializable;

/**
 * The first place at which a journal is not what it should be.
 *
 * @param sequence of the record, 0 for the first one, which says which game this is
 * @param offset of the record in bytes from the start of the file; of its end, where the finished game is wrong
 * @param what in words, for people
 * @param expected what follows from all that stands before, e.g. 64 hex digits of a hash; empty where it is no one value
 * @param found what stands there instead
 */
public record JournalFault(Kind kind, long sequence, long offset, String what, String expected, String found)
        implements Serializable {
    /** What sort of fault. */
    public enum Kind {
        /** The bytes are not what was written: checksum, order or form of a record. */
        DAMAGED,
        /** A record's hash does not cover its command and the events that come of it. */
        HASH,
        /** Nothing is wrong with the bytes, but something that holds in every game does not hold in this one. */
        INVARIANT,
        /** Another version of the engine wrote it: nobody can say. */
        UNKNOWN_BEHAVIOR,
        /** The file cannot be read. */
        UNREADABLE
    }

    JournalFault(Kind kind, long sequence, long offset, String what) {
        this(kind, sequence, offset, what, "", "");
    }

    /** All of it in one line. */
    public String words() {
        String values = expected.isEmpty() && found.isEmpty() ? "" : "; expected " + expected + ", found " + found;
        return "sequence " + sequence + ", byte " + offset + ": " + what + values;
    }
}
