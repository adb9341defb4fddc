package io.botpit.simulation.crash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a write leaves behind that did not come to its end. If the last record holds an order whose sender never had an
 * answer, and nobody else was touched by it, that record loses 1 to 40 bytes: less than any record has. If not, it
 * stays, and the first 1 to 40 bytes of a record are written behind it. So nothing is torn that anybody was told.
 */
record Tear(Path journal, SplittableRandom random) {
    private static final int FILE_HEADER_BYTES = 16;
    private static final int TORN_MAX = 40;

    void cutLastRecord() throws IOException {
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - count());
        }
    }

    void appendHalfRecord() throws IOException {
        byte[] bytes = Files.readAllBytes(journal);
        byte[] half = Arrays.copyOfRange(bytes, FILE_HEADER_BYTES, FILE_HEADER_BYTES + count());
        Files.write(journal, half, StandardOpenOption.APPEND);
    }

    private int count() {
        return random.nextInt(1, TORN_MAX + 1);
    }
}
