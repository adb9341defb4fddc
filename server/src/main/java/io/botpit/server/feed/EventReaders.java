package io.botpit.server.feed;

import io.botpit.server.link.Frames;
import io.botpit.server.link.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Executor;

/**
 * Those who read every event. They are served a few at a time, with a rest after each few; what is published meanwhile waits
 * until all have been served, and then leaves together, with one flush for each reader. So many readers cost those who trade
 * a share of the processor, and wait themselves. Who is first moves on each time, so that nobody gains from having come
 * first. Feed's thread only.
 */
final class EventReaders {
    /** More at once could be more than a reader who keeps up has room for: then nobody rests. */
    static final int FRAMES_GATHERED_MAX = 256;

    private static final int CHARS_GATHERED_MAX = 64 * 1_024;
    /** About a millisecond's work. */
    private static final int SERVED_AT_ONCE = 50;

    private final Executor feed;
    private final FeedWorks works;
    private final List<Outbox> readers = new ArrayList<>();
    /** Those who came since the last frames were taken, each with the number of those gathered that are not for him. */
    private final Map<Outbox, Integer> newcomers = new LinkedHashMap<>();

    private final List<String> gathered = new ArrayList<>();
    private int chars;
    /** Who has not got what was taken last, and what of it is for him. */
    private final SequencedMap<Outbox, Frames> unserved = new LinkedHashMap<>();

    /** The next turn is on its way. */
    private boolean called;

    /** @param feed runs tasks on the feed's thread, in the order in which they came */
    EventReaders(Executor feed, FeedWorks works) {
        this.feed = feed;
        this.works = works;
    }

    void add(Outbox reader) {
        newcomers.put(reader, gathered.size());
    }

    void remove(Outbox reader) {
        readers.remove(reader);
        unserved.remove(reader);
        newcomers.remove(reader);
    }

    boolean isEmpty() {
        return readers.isEmpty() && newcomers.isEmpty();
    }

    void publish(List<String> frames) {
        if (frames.isEmpty() || isEmpty()) {
            return;
        }
        for (String frame : frames) {
            gathered.add(frame);
            chars += frame.length();
            if (gathered.size() >= FRAMES_GATHERED_MAX || chars >= CHARS_GATHERED_MAX) {
                flush();
            }
        }
        if (!called) {
            called = true;
            feed.execute(this::turn);
        }
    }

    /** Lets go of all that was published. */
    void flush() {
        serve(Integer.MAX_VALUE);
        take();
        serve(Integer.MAX_VALUE);
    }

    void cutAll(int code, String reason) {
        gathered.clear();
        chars = 0;
        unserved.clear();
        readers.forEach(reader -> reader.cut(code, reason));
        newcomers.keySet().forEach(reader -> reader.cut(code, reason));
        readers.clear();
        newcomers.clear();
    }

    private void turn() {
        if (unserved.isEmpty()) {
            take();
        }
        int served = serve(SERVED_AT_ONCE);
        Duration rest = works.limits().rest(served, readers.size());
        called = rest.isPositive() || !unserved.isEmpty() || !gathered.isEmpty();
        if (rest.isPositive()) {
            works.scheduler().after(rest, () -> feed.execute(this::turn));
        } else if (called) {
            feed.execute(this::turn);
        }
    }

    private void take() {
        if (gathered.isEmpty()) {
            return;
        }
        Frames all = new Frames(gathered);
        readers.forEach(reader -> unserved.put(reader, all));
        Collections.rotate(readers, 1);
        // Those who were cut together come back together: they share what they get, too.
        Map<Integer, Frames> parts = new HashMap<>();
        newcomers.forEach((reader, from) -> {
            if (from < gathered.size()) {
                unserved.put(reader, parts.computeIfAbsent(from, this::gatheredFrom));
            }
            readers.add(reader);
        });
        newcomers.clear();
        gathered.clear();
        chars = 0;
    }

    private Frames gatheredFrom(int from) {
        return new Frames(gathered.subList(from, gathered.size()));
    }

    /** Gives so many of those who wait what was taken. */
    private int serve(int max) {
        int served = 0;
        for (; served < max && !unserved.isEmpty(); served++) {
            Map.Entry<Outbox, Frames> next = unserved.pollFirstEntry();
            if (!next.getKey().offer(next.getValue())) {
                readers.remove(next.getKey());
            }
        }
        return served;
    }
}
