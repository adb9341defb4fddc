package io.botpit.server.session;

import io.botpit.dialect.Correlation;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Viewer;
import org.jspecify.annotations.Nullable;

/** The place of one answer in the row of a session's answers. Filled once, by any thread. */
final class Slot {
    private final Correlation to;
    private final Viewer viewer;
    private final Runnable filled;
    private volatile @Nullable Answered answer;

    /**
     * The answer and what follows it.
     *
     * @param after runs when the answer is on its way, before the next one
     */
    record Answered(Reply reply, Runnable after) {}

    Slot(Correlation to, Viewer viewer, Runnable filled) {
        this.to = to;
        this.viewer = viewer;
        this.filled = filled;
    }

    void fill(Reply reply) {
        fill(reply, Slot::nothing);
    }

    void fill(Reply reply, Runnable after) {
        answer = new Answered(reply, after);
        filled.run();
    }

    void deny(Denial denial, String detail) {
        fill(new Reply.Denied(denial, detail));
    }

    Correlation to() {
        return to;
    }

    Viewer viewer() {
        return viewer;
    }

    @Nullable
    Answered answer() {
        return answer;
    }

    private static void nothing() {
        // most answers are the end of it
    }
}
