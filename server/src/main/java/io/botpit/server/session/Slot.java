package io.botpit.server.session;

import io.botpit.dialect.Correlation;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Viewer;
import io.botpit.game.GameTime;
import org.jspecify.annotations.Nullable;

/** The place of one answer in the row of a session's answers. Filled once, by any thread. */
final class Slot {
    private final Correlation to;
    private final Viewer viewer;
    private final GameTime heardAt;
    private final Runnable filled;
    private volatile @Nullable Answered answer;

    /**
     * The answer and what follows it.
     *
     * @param after runs when the answer is on its way, before the next one
     */
    record Answered(Reply reply, @Nullable Runnable after) {}

    /** @param heardAt when the request came */
    Slot(Correlation to, Viewer viewer, GameTime heardAt, Runnable filled) {
        this.to = to;
        this.viewer = viewer;
        this.heardAt = heardAt;
        this.filled = filled;
    }

    void fill(Reply reply) {
        fill(new Answered(reply, null));
    }

    void fill(Reply reply, Runnable after) {
        fill(new Answered(reply, after));
    }

    private void fill(Answered filling) {
        answer = filling;
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

    GameTime heardAt() {
        return heardAt;
    }

    @Nullable
    Answered answer() {
        return answer;
    }
}
