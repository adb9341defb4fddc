package io.botpit.simulation.arena;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Edits a journal by hand, with care: the checksums are right again afterwards. Knows the format from the documents. */
final class JournalBytes {
    private static final int HEADER_BYTES = 16;
    private static final int CHECKSUM_AT = 4;
    private static final int DISTANCE_AT = 8;
    private static final int CHAIN_AT = 12;
    private static final int BODY_AT = 44;

    private final Path file;
    private final byte[] bytes;

    JournalBytes(Path file) throws IOException {
        this.file = file;
        bytes = Files.readAllBytes(file);
    }

    /** Where a record starts. */
    int offset(int sequence) {
        int at = HEADER_BYTES;
        for (int i = 0; i < sequence; i++) {
            at += BODY_AT + ByteBuffer.wrap(bytes).getInt(at);
        }
        return at;
    }

    /** Changes the hash of a record. */
    void forgeHash(int sequence) throws IOException {
        forge(sequence, CHAIN_AT);
    }

    /** Changes the last byte of what a record says. */
    void forgeBody(int sequence) throws IOException {
        int at = offset(sequence);
        forge(sequence, BODY_AT + ByteBuffer.wrap(bytes).getInt(at) - 1);
    }

    private void forge(int sequence, int within) throws IOException {
        int at = offset(sequence);
        int length = ByteBuffer.wrap(bytes).getInt(at);
        bytes[at + within] ^= 1;
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, at, CHECKSUM_AT);
        checksum.update(bytes, at + DISTANCE_AT, BODY_AT - DISTANCE_AT + length);
        ByteBuffer.wrap(bytes).putInt(at + CHECKSUM_AT, (int) checksum.getValue());
        Files.write(file, bytes);
    }
}
