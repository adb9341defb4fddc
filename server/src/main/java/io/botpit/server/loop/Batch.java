package io.botpit.server.loop;

import io.botpit.game.Committed;
import java.util.ArrayList;
import java.util.List;

/** What one turn did and who is to be told once it is stored. Game's thread only. */
final class Batch {
    private final List<Committed> commits = new ArrayList<>();
    private final List<Runnable> replies = new ArrayList<>();

    void add(Committed commit) {
        commits.add(commit);
    }

    void reply(Runnable reply) {
        replies.add(reply);
    }

    List<Committed> commits() {
        return List.copyOf(commits);
    }

    /** First who asked, then who listens. */
    void tell(List<CommitListener> listeners) {
        replies.forEach(Runnable::run);
        if (commits.isEmpty()) {
            return;
        }
        List<Committed> stored = commits();
        listeners.forEach(listener -> listener.committed(stored));
    }
}
