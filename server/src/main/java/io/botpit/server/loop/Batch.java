package io.botpit.server.loop;

import io.botpit.game.Committed;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one turn did and who is to be told once it is stored. Game's thread only. */
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

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

    /** First who asked, then who listens; what one of them does wrong is not the others' loss. */
    void tell(List<CommitListener> listeners) {
        replies.forEach(Batch::safely);
        if (commits.isEmpty()) {
            return;
        }
        List<Committed> stored = commits();
        listeners.forEach(listener -> safely(() -> listener.committed(stored)));
    }

    private static void safely(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException fault) {
            LOG.error("somebody could not be told", fault);
        }
    }
}
