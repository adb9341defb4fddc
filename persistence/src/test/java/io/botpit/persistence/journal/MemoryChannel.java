package io.botpit.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file in memory that notes what is asked of it and can fail. */
final class MemoryChannel implements JournalChannel {
    final List<String> asked = new ArrayList<>();
    private byte[] written = new byte[0];
    private int callsLeft = Integer.MAX_VALUE;

    void failAfter(int calls) {
        callsLeft = calls;
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
