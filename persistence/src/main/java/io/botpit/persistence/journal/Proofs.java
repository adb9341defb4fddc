package io.botpit.persistence.journal;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiConsumer;

/**
 * Proves a replay by its hashes beside it, stretch by stretch: each record names the link before its own, so that no
 * stretch waits for another. What is proved is told, in order, by the one thread that adds; a stretch which no other
 * processor has begun by then it proves itself.
 */
final class Proofs {
    private static final int COMMANDS_PER_STRETCH = 256;
    private static final int STRETCHES_AHEAD_MAX = 8;

    private final GameId game;
    private final BiConsumer<JournalReader.Entry, Committed> each;
    private final Deque<Stretch> begun = new ArrayDeque<>();
    private List<Played> next = new ArrayList<>(COMMANDS_PER_STRETCH);
    private boolean failed;

    private record Played(JournalReader.Entry entry, Committed commit) {
        Chain link(ChainHasher hasher) {
            return hasher.link(entry.before(), entry.command(), commit.events());
        }
    }

    /** @param differs finds out how many are right before the first that differs */
    private record Stretch(List<Played> played, ForkJoinTask<Integer> differs) {}

    Proofs(GameId game, BiConsumer<JournalReader.Entry, Committed> each) {
        this.game = game;
        this.each = each;
    }

    void add(JournalReader.Entry entry, List<Event> events) {
        next.add(new Played(entry, new Committed(entry.command(), events)));
        if (next.size() == COMMANDS_PER_STRETCH) {
            begin();
            if (begun.size() > STRETCHES_AHEAD_MAX) {
                tellFirst();
            }
        }
    }

    /** Proves and tells the rest; nothing after a failure. */
    void finish() {
        begin();
        while (!failed && !begun.isEmpty()) {
            tellFirst();
        }
    }

    private void begin() {
        List<Played> played = next;
        begun.add(
                new Stretch(played, ForkJoinTask.adapt(() -> rightOnes(played)).fork()));
        next = new ArrayList<>(COMMANDS_PER_STRETCH);
    }

    private static int rightOnes(List<Played> played) {
        ChainHasher hasher = new ChainHasher();
        int right = 0;
        while (right < played.size()
                && played.get(right).link(hasher).equals(played.get(right).entry.chain())) {
            right++;
        }
        return right;
    }

    private void tellFirst() {
        failed = true;
        Stretch first = begun.removeFirst();
        int right = first.differs.join();
        for (Played one : first.played.subList(0, right)) {
            each.accept(one.entry, one.commit);
        }
        if (right < first.played.size()) {
            Played wrong = first.played.get(right);
            throw new ReplayDiffers(game, wrong.entry, wrong.commit.events(), wrong.link(new ChainHasher()));
        }
        failed = false;
    }
}
