package io.botpit.persistence.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What of the changes that were not forced is on the disk after a power cut. For one thread. */
record Luck(Kind kind, Random random) {
    private static final int SECTOR_BYTES = 64;

    /** The sorts of it, from bad to good. */
    private enum Kind {
        NOTHING,
        /** The first ones, and one in part. */
        IN_ORDER,
        /** Any, and any in part. */
        IN_NO_ORDER,
        EVERYTHING
    }

    /** How much of one change is there. */
    private enum Share {
        NONE,
        PART,
        WHOLE
    }

    /** Everything is there: no cut, or forced. */
    static Luck certain() {
        return new Luck(Kind.EVERYTHING, new Random(0));
    }

    static Luck drawn(Random random) {
        return new Luck(Kind.values()[random.nextInt(Kind.values().length)], random);
    }

    /** A file after some of these changes. */
    byte[] bytes(byte[] before, List<PowerDisk.Step> changes) {
        byte[] bytes = before;
        int first = random.nextInt(changes.size() + 1);
        for (int i = 0; i < changes.size(); i++) {
            Share share = share(i, first);
            if (changes.get(i) instanceof PowerDisk.Step.Write(var _, int at, var written)) {
                bytes = written(bytes, at, written, share);
            } else if (changes.get(i) instanceof PowerDisk.Step.Resize(var _, int size) && isThere(share)) {
                bytes = Arrays.copyOf(bytes, size);
            }
        }
        return bytes;
    }

    /** The names after some of these changes. */
    Map<String, PowerDisk.Contents> names(Map<String, PowerDisk.Contents> before, List<PowerDisk.Step> changes) {
        Map<String, PowerDisk.Contents> names = new HashMap<>(before);
        int first = random.nextInt(changes.size() + 1);
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof PowerDisk.Step.Name(String name, var file) && isThere(share(i, first))) {
                names.compute(name, (_, _) -> file);
            }
        }
        return names;
    }

    private Share share(int index, int first) {
        return switch (kind) {
            case NOTHING -> Share.NONE;
            case IN_ORDER -> index < first ? Share.WHOLE : index == first ? Share.PART : Share.NONE;
            case IN_NO_ORDER -> Share.values()[random.nextInt(Share.values().length)];
            case EVERYTHING -> Share.WHOLE;
        };
    }

    /** What cannot be there in part. */
    private boolean isThere(Share share) {
        return share == Share.WHOLE || share == Share.PART && random.nextBoolean();
    }

    /** The length may have grown without the bytes: then there are zeros. */
    private byte[] written(byte[] before, int at, ByteBuffer written, Share share) {
        if (share == Share.NONE) {
            return before;
        }
        byte[] bytes = Arrays.copyOf(before, Math.max(before.length, at + written.limit()));
        int end = before.length;
        for (int from = 0; from < written.limit(); ) {
            int count = Math.min(SECTOR_BYTES - (at + from) % SECTOR_BYTES, written.limit() - from);
            if (share == Share.WHOLE || random.nextBoolean()) {
                written.get(from, bytes, at + from, count);
                end = Math.max(end, at + from + count);
            }
            from += count;
        }
        return share == Share.WHOLE || random.nextBoolean() ? bytes : Arrays.copyOf(bytes, end);
    }
}
