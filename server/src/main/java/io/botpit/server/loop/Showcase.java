package io.botpit.server.loop;

import io.botpit.game.GameTime;
import io.botpit.game.control.GameController;
import io.botpit.game.control.GameView;
import java.time.Duration;

/**
 * The picture of a game for everybody who only looks: renewed at once on a change of phase, else every so often, and
 * once more after the last change. The game's thread renews it; any thread reads it.
 */
final class Showcase {
    private static final long MICROS_PER_MILLI = 1_000;

    private final Duration every;
    private final Scheduler scheduler;
    private final Runnable remind;
    private volatile GameView view;
    private GameTime shownAt;
    private boolean reminded;

    /** @param remind called on the scheduler's thread when the picture has become old */
    Showcase(GameView first, Duration every, Scheduler scheduler, Runnable remind) {
        this.view = first;
        this.every = every;
        this.scheduler = scheduler;
        this.remind = remind;
        this.shownAt = first.now();
    }

    GameView view() {
        return view;
    }

    /** Replaces the picture by one the controller did not make. */
    void force(GameView other) {
        view = other;
    }

    /** The reminder came. */
    void reminded() {
        reminded = false;
    }

    /** Whether a new picture was taken. */
    boolean renew(GameController game, GameTime now) {
        if (game.sequence() == view.sequence()) {
            return false;
        }
        boolean old = now.microsSince(shownAt) >= every.toMillis() * MICROS_PER_MILLI;
        if (old || game.phase() != view.phase()) {
            view = game.view();
            shownAt = now;
            return true;
        }
        if (!reminded) {
            reminded = true;
            // A timer that fires is cheaper than one that is cancelled: this one is never in the way.
            scheduler.after(every, remind);
        }
        return false;
    }
}
