package io.botpit.persistence.journal;

/**
 * Where things stand in a journal, in bytes. {@code docs/data-format.md} is the description for people; a change here
 * is a new {@link #VERSION}.
 */
final class Layout {
    /** {@code BOTPIT} and two bytes that a transfer as text would spoil. */
    static final byte[] MAGIC = {'B', 'O', 'T', 'P', 'I', 'T', (byte) 0xF1, '\n'};

    static final int VERSION = 2;
    static final int VERSION_AT = 8;
    static final int KIND_AT = 12;
    static final int FILE_HEADER_BYTES = 16;

    static final int LENGTH_AT = 0;
    static final int CRC_AT = 4;
    static final int BACK_AT = 8;
    static final int CHAIN_AT = 12;
    static final int BODY_AT = CHAIN_AT + Chain.BYTES;
    static final int SEQUENCE_BYTES = Long.BYTES;

    /** Longer records are refused, and a longer length in a file is damage. */
    static final int BODY_BYTES_MAX = 4 << 20;

    private Layout() {}

    /** What a journal is about. */
    enum Kind {
        GAME(1),
        LOBBY(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
