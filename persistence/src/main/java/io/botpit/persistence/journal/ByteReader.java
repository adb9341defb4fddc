package io.botpit.persistence.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Reads what {@link ByteWriter} wrote; {@link MalformedRecord} where that cannot be. For one thread. */
final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    ByteReader(byte[] bytes, int from, int count) {
        this.bytes = bytes;
        this.position = from;
        this.end = from + count;
    }

    int oneByte() {
        require(1);
        return bytes[position++] & 0xFF;
    }

    boolean flag() {
        int value = oneByte();
        if (value > 1) {
            throw new MalformedRecord("a flag of " + value);
        }
        return value == 1;
    }

    int fourBytes() {
        require(Integer.BYTES);
        int value = fourBytes(bytes, position);
        position += Integer.BYTES;
        return value;
    }

    long eightBytes() {
        require(Long.BYTES);
        long value = eightBytes(bytes, position);
        position += Long.BYTES;
        return value;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = oneByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedRecord("a number of more than ten bytes");
    }

    long signedNumber() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number of things that are still to come, each at least one byte. */
    int count() {
        long value = number();
        require(value);
        return (int) value;
    }

    int intNumber() {
        long value = number();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new MalformedRecord("a number out of range: " + value);
        }
        return (int) value;
    }

    String text() {
        int count = count();
        String text = new String(bytes, position, count, StandardCharsets.UTF_8);
        position += count;
        return text;
    }

    /** Adds what has not been read yet. */
    void hashInto(MessageDigest digest) {
        digest.update(bytes, position, end - position);
    }

    /** Bytes that nobody asked for are damage too. */
    void requireEnd() {
        if (position != end) {
            throw new MalformedRecord((end - position) + " bytes too many");
        }
    }

    static int fourBytes(byte[] from, int at) {
        return (from[at] & 0xFF) << 24 | (from[at + 1] & 0xFF) << 16 | (from[at + 2] & 0xFF) << 8 | from[at + 3] & 0xFF;
    }

    static long eightBytes(byte[] from, int at) {
        return (long) fourBytes(from, at) << Integer.SIZE | Integer.toUnsignedLong(fourBytes(from, at + Integer.BYTES));
    }

    private void require(long count) {
        if (count < 0 || count > end - position) {
            throw new MalformedRecord("it ends too early");
        }
    }
}
