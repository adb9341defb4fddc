package io.botpit.server.loop;

import io.botpit.game.GameTime;
import io.botpit.server.loop.Scheduler.Timer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one timer of a game: wakes it at its next deadline, with nobody talking. Game's thread only. */
final class Alarm {
    private final Scheduler scheduler;
    private final Runnable ring;
    private @Nullable GameTime setFor;
    private GameTime planned = GameTime.EPOCH;
    private @Nullable Timer timer;

    /** @param ring called on the scheduler's thread */
    Alarm(Scheduler scheduler, Runnable ring) {
        this.scheduler = scheduler;
        this.ring = ring;
    }

    void set(Optional<GameTime> deadline, GameTime now) {
        GameTime wanted = deadline.orElse(null);
        if (wanted == null ? setFor == null : wanted.equals(setFor)) {
            return;
        }
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        setFor = wanted;
        if (wanted != null) {
            long micros = Math.max(0, wanted.microsSince(now));
            planned = now.plusMicros(micros);
            timer = scheduler.after(Duration.of(micros, ChronoUnit.MICROS), ring);
        }
    }

    /** It rang: the next {@link #set} sets it anew, even for the same moment. Returns when it should have. */
    GameTime rang() {
        setFor = null;
        timer = null;
        return planned;
    }
}
