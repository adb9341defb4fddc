package io.botpit.simulation.crash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What writes leave behind that did not come to their end, of two kinds in turn. Cut: the last record loses 1 to 40
 * bytes, less than any record has; only if it holds an order whose sender never had an answer, and nobody else was
 * touched by it. Appended: the first 1 to 40 bytes of a record are written behind the last one. So nothing is torn that
 * anybody was told. What cannot be done to a journal is owed to a later one; a cut, which needs luck, from the beginning.
 * For one thread.
 */
final class Tears {
    private static final int FILE_HEADER_BYTES = 16;
    private static final int TORN_MAX = 40;

    private final SplittableRandom random;
    private int owed = 1;
    private int cut;
    private int appended;

    Tears(SplittableRandom random) {
        this.random = random;
    }

    /** One more journal is to be torn, each other one cut: the next one that lets it. */
    void owe() {
        owed++;
    }

    int cut() {
        return cut;
    }

    int appended() {
        return appended;
    }

    /**
     * Tears this one if that is owed.
     *
     * @param untold whether nobody was told of the last record
     * @return whether it was done
     */
    boolean tear(Path journal, boolean untold) throws IOException {
        if (untold && cut < (owed + 1) / 2) {
            cut++;
            cutLastRecord(journal);
            return true;
        }
        if (appended < owed / 2) {
            appended++;
            appendHalfRecord(journal);
            return true;
        }
        return false;
    }

    private void cutLastRecord(Path journal) throws IOException {
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - count());
        }
    }

    private void appendHalfRecord(Path journal) throws IOException {
        byte[] bytes = Files.readAllBytes(journal);
        byte[] half = Arrays.copyOfRange(bytes, FILE_HEADER_BYTES, FILE_HEADER_BYTES + count());
        Files.write(journal, half, StandardOpenOption.APPEND);
    }

    private int count() {
        return random.nextInt(1, TORN_MAX + 1);
    }
}
