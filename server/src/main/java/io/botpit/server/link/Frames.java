package io.botpit.server.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text frames that leave together, for one reader or for many: their bytes are made once. Any thread. */
public final class Frames {
    private final List<String> texts;
    private final long chars;
    private final int longest;
    private volatile @Nullable Wire wire;

    /** @param texts one or more, in their order */
    public Frames(List<String> texts) {
        this.texts = List.copyOf(texts);
        long sum = 0;
        int most = 0;
        for (String text : this.texts) {
            sum += text.length();
            most = Math.max(most, text.length());
        }
        this.chars = sum;
        this.longest = most;
    }

    /** What one reader is sent with one flush. */
    static Frames together(List<Frames> batches) {
        return batches.size() == 1
                ? batches.getFirst()
                : new Frames(
                        batches.stream().flatMap(batch -> batch.texts.stream()).toList());
    }

    public List<String> texts() {
        return texts;
    }

    /** As bytes for a WebSocket; made by whoever asks first. */
    public Wire wire() {
        Wire made = wire;
        if (made == null) {
            made = Wire.of(texts);
            wire = made;
        }
        return made;
    }

    int size() {
        return texts.size();
    }

    /** @param charsMax no frame counts for more characters than this */
    long weight(long charsMax) {
        if (longest <= charsMax) {
            return chars;
        }
        long weight = 0;
        for (String text : texts) {
            weight += Math.min(text.length(), charsMax);
        }
        return weight;
    }
}
