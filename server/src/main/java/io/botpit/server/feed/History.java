package io.botpit.server.feed;

import io.botpit.game.Committed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest commits of a game, for those who come back. Feed's thread only. */
final class History {
    static final int COMMITS_MAX = 10_000;

    private static final int COMMITS_AT_START = 64;

    private final int commitsMax;
    /** A ring that grows with the game: the commit with sequence s is at s modulo the size. */
    private @Nullable Committed[] ring;

    private long first = 1;
    private long last;

    History(int commitsMax) {
        this.commitsMax = commitsMax;
        this.ring = new @Nullable Committed[Math.min(COMMITS_AT_START, commitsMax)];
    }

    /** Sequences come without gaps; after a gap everything before it is forgotten. */
    void add(Committed commit) {
        long sequence = commit.command().sequence();
        if (sequence != last + 1) {
            first = sequence;
        }
        if (sequence - first >= ring.length && ring.length < commitsMax) {
            grow();
        }
        ring[slot(sequence)] = commit;
        last = sequence;
        first = Math.max(first, last - ring.length + 1);
    }

    long last() {
        return last;
    }

    /** Whether everything after that sequence is still here. */
    boolean covers(long sequence) {
        return sequence + 1 >= first && sequence <= last;
    }

    /** All commits after that sequence, as far as they are here. */
    List<Committed> after(long sequence) {
        List<Committed> commits = new ArrayList<>();
        for (long s = Math.max(first, sequence + 1); s <= last; s++) {
            Committed commit = ring[slot(s)];
            if (commit != null) {
                commits.add(commit);
            }
        }
        return commits;
    }

    private void grow() {
        List<Committed> kept = after(first - 1);
        ring = new @Nullable Committed[Math.min(2 * ring.length, commitsMax)];
        kept.forEach(commit -> ring[slot(commit.command().sequence())] = commit);
    }

    private int slot(long sequence) {
        return (int) (sequence % ring.length);
    }
}
