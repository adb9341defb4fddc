package io.botpit.persistence.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A file read through a piece of memory that moves forward. For one thread. */
final class Window {
    private static final int CAPACITY_BYTES = 256 << 10;

    private final JournalChannel channel;
    private final long size;
    private byte[] bytes = new byte[CAPACITY_BYTES];
    private long start;
    private int filled;

    Window(JournalChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    /** Whether so many bytes exist there. If so they are in {@link #array} from {@link #indexOf} on. */
    boolean has(long position, int count) {
        if (count > size - position) {
            return false;
        }
        if (position < start || position + count > start + filled) {
            fill(position, count);
        }
        return true;
    }

    /** The place of the first byte from there on that is not zero, or the size: none is. */
    long skipZeros(long position) {
        long at = position;
        while (has(at, 1)) {
            int from = indexOf(at);
            if (bytes[from] != 0) {
                return at;
            }
            // Zeros are equal to themselves one further; this way they are compared many at a time.
            int same = Arrays.mismatch(bytes, from, filled - 1, bytes, from + 1, filled);
            at += same < 0 ? filled - from : same + 1;
        }
        return size;
    }

    /** What is asked for next comes from the file again. */
    void forget() {
        filled = 0;
    }

    byte[] array() {
        return bytes;
    }

    int indexOf(long position) {
        return (int) (position - start);
    }

    private void fill(long position, int wanted) {
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, wanted);
        }
        ByteBuffer target = ByteBuffer.wrap(bytes, 0, (int) Math.min(bytes.length, size - position));
        try {
            int count = 0;
            while (target.hasRemaining() && count >= 0) {
                count = channel.read(target, position + target.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (target.hasRemaining()) {
            throw new UncheckedIOException(new IOException("the file became shorter while it was read"));
        }
        start = position;
        filled = target.position();
    }
}
