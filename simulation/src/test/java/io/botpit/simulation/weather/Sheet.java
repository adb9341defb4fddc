package io.botpit.simulation.weather;

import io.botpit.simulation.audit.Dice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One file of the simulated disk: what was written, and what of it a power cut may still take back. */
final class Sheet {
    private static final int SECTOR_BYTES = 64;
    private static final int FILE_HEADER_BYTES = 16;
    private static final int RECORD_HEADER_BYTES = 44;

    private final List<Patch> loose = new ArrayList<>();
    private byte[] bytes = new byte[0];
    private int length;
    private int forcedLength;
    private int recordsSeenTo = FILE_HEADER_BYTES;
    private long lastSequence = -1;

    /** What stood there before something was written over it that is not forced yet. */
    private static final class Patch {
        private final int at;
        private final byte[] before;
        private final int length;

        Patch(int at, byte[] before, int length) {
            this.at = at;
            this.before = before;
            this.length = length;
        }
    }

    int length() {
        return length;
    }

    int read(ByteBuffer target, int at) {
        int count = Math.min(target.remaining(), length - at);
        if (count > 0) {
            target.put(bytes, at, count);
        }
        return Math.max(count, -1);
    }

    void write(ByteBuffer source, int at, int count) {
        int end = at + count;
        loose.add(new Patch(at, Arrays.copyOfRange(bytes, Math.min(at, length), Math.min(end, length)), count));
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        source.get(bytes, at, count);
        length = Math.max(length, end);
    }

    void truncate(int size) {
        if (size < length) {
            loose.add(new Patch(size, Arrays.copyOfRange(bytes, size, length), length - size));
            Arrays.fill(bytes, size, length, (byte) 0);
            length = size;
        }
        if (size < recordsSeenTo) {
            recordsSeenTo = FILE_HEADER_BYTES;
            lastSequence = -1;
        }
    }

    void force() {
        loose.clear();
        forcedLength = length;
        scan();
    }

    /** Of what was not forced each sector is there or not, and so is the new length. */
    void loseSome(Dice dice) {
        for (Patch patch : loose.reversed()) {
            for (int at = 0; at < patch.length; at += SECTOR_BYTES) {
                if (dice.permille(500)) {
                    undo(patch, at, Math.min(at + SECTOR_BYTES, patch.length));
                }
            }
        }
        length = dice.permille(500) ? forcedLength : length;
        recordsSeenTo = FILE_HEADER_BYTES;
        lastSequence = -1;
        force();
    }

    private void undo(Patch patch, int from, int to) {
        for (int i = from; i < to; i++) {
            bytes[patch.at + i] = i < patch.before.length ? patch.before[i] : 0;
        }
    }

    /** Of the last complete record, found by the format's description and nothing else. */
    long lastSequence(boolean forcedOnly) {
        if (!forcedOnly) {
            scan();
        }
        return lastSequence;
    }

    private void scan() {
        ByteBuffer view = ByteBuffer.wrap(bytes, 0, length);
        while (length - recordsSeenTo > RECORD_HEADER_BYTES) {
            int body = view.getInt(recordsSeenTo);
            if (body <= 0 || recordsSeenTo + RECORD_HEADER_BYTES + body > length) {
                break;
            }
            lastSequence = view.getLong(recordsSeenTo + RECORD_HEADER_BYTES);
            recordsSeenTo += RECORD_HEADER_BYTES + body;
        }
    }
}
