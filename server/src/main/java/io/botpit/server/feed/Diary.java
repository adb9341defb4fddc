package io.botpit.server.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The lines of one player, compressed as they come. One thread; once it is closed, any thread reads. */
final class Diary {
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final GZIPOutputStream lines;
    private long leftOut;

    Diary() {
        try {
            lines = new GZIPOutputStream(packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String line) {
        try {
            lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There was one more line, and no room for it. */
    void leaveOut() {
        leftOut++;
    }

    /** No more comes. */
    void close() {
        if (leftOut > 0) {
            write("{\"type\": \"left_out\", \"lines\": " + leftOut + "}");
        }
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long bytes() {
        return packed.size();
    }

    Packed packed() {
        return new Packed(packed.toByteArray());
    }
}
