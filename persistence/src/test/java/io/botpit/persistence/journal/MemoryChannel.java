package io.botpit.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A disk that notes what is asked of it, can fail, and forgets unforced sectors when its power is cut. */
final class MemoryChannel implements JournalChannel {
    private static final int SECTOR_BYTES = 64;

    final List<String> asked = new ArrayList<>();
    private byte[] written = new byte[0];
    private byte[] forced = new byte[0];
    private int callsLeft = Integer.MAX_VALUE;

    void failAfter(int calls) {
        callsLeft = calls;
    }

    /** What is found after a power cut: of what was not forced each sector is there or not. */
    byte[] afterPowerCut(Random random) {
        byte[] left = Arrays.copyOf(forced, random.nextBoolean() ? written.length : forced.length);
        for (int at = 0; at < left.length; at += SECTOR_BYTES) {
            if (random.nextBoolean()) {
                int end = Math.min(at + SECTOR_BYTES, left.length);
                System.arraycopy(written, at, left, at, end - at);
            }
        }
        return left;
    }

    @Override
    public long size() {
        return written.length;
    }

    @Override
    public int read(ByteBuffer target, long at) {
        int count = Math.min(target.remaining(), written.length - (int) at);
        target.put(written, (int) at, count);
        return count;
    }

    @Override
    public void write(ByteBuffer bytes, long at) throws IOException {
        count("write " + bytes.remaining());
        int end = (int) at + bytes.remaining();
        written = Arrays.copyOf(written, Math.max(written.length, end));
        bytes.get(written, (int) at, bytes.remaining());
    }

    @Override
    public void force(boolean metadata) throws IOException {
        count(metadata ? "force all" : "force");
        forced = written.clone();
    }

    @Override
    public void truncate(long size) throws IOException {
        count("truncate " + size);
        written = Arrays.copyOf(written, (int) size);
    }

    @Override
    public void close() throws IOException {
        count("close");
    }

    private void count(String call) throws IOException {
        if (callsLeft-- <= 0) {
            throw new IOException("no space left on device");
        }
        asked.add(call);
    }
}
