package io.botpit.persistence.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer that is used again for every batch, so that storing a command makes no garbage. Integers are big
 * endian or, where they are mostly small, seven bits per byte with the low bits first. For one thread.
 */
final class ByteWriter {
    private static final int SMALL = 0x80;

    private byte[] bytes;
    private int length;

    ByteWriter(int capacityBytes) {
        bytes = new byte[capacityBytes];
    }

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    /** The buffer itself, valid up to {@link #length} and until the next write. */
    byte[] array() {
        return bytes;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void oneByte(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    void flag(boolean value) {
        oneByte(value ? 1 : 0);
    }

    void fourBytes(int value) {
        reserve(Integer.BYTES);
        length += Integer.BYTES;
        setFourBytes(length - Integer.BYTES, value);
    }

    void eightBytes(long value) {
        fourBytes((int) (value >>> Integer.SIZE));
        fourBytes((int) value);
    }

    /** One to ten bytes; negative numbers take ten. */
    void number(long value) {
        long rest = value;
        while ((rest & -SMALL) != 0) {
            oneByte((int) (rest & (SMALL - 1)) | SMALL);
            rest >>>= 7;
        }
        oneByte((int) rest);
    }

    /** A number that may well be negative: the sign goes to the lowest bit. */
    void signedNumber(long value) {
        number(value << 1 ^ value >> 63);
    }

    /** Length in bytes, then UTF-8. */
    void text(String text) {
        int start = length;
        number(text.length());
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= SMALL) {
                length = start;
                manyBytes(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[length++] = (byte) c;
        }
    }

    void raw(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    void setFourBytes(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    void setRaw(int at, byte[] source) {
        System.arraycopy(source, 0, bytes, at, source.length);
    }

    private void manyBytes(byte[] source) {
        number(source.length);
        raw(source, 0, source.length);
    }

    private void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
