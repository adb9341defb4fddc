package io.botpit.game.scenario;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.RefereeAct;

/** How long a game has been played: pauses, and times when the server was down, do not count. One thread. */
public final class PlayClock {
    private static final long MICROS_PER_SECOND = 1_000_000;

    private boolean running;
    private long playedMicros;
    private GameTime since = GameTime.EPOCH;
    private GameTime last = GameTime.EPOCH;

    /** Follows the game; called for every command, in order. */
    public void see(Committed commit) {
        GameTime at = commit.command().at();
        if (running && commit.command().value() instanceof Command.RefereeCommand(var _, RefereeAct.Recover _)) {
            since = since.plusMicros(at.microsSince(last));
        }
        for (Event event : commit.events()) {
            if (event instanceof Event.PhaseChanged change) {
                enter(change.to(), at);
            }
        }
        last = at;
    }

    public boolean isRunning() {
        return running;
    }

    /** The second of play that has begun by then, 0 the first. */
    public long second(GameTime now) {
        return playedMicros(now) / MICROS_PER_SECOND;
    }

    /** Until a second of play begins, in microseconds; 0 if it has begun. */
    public long microsUntil(long second, GameTime now) {
        return Math.max(0, second * MICROS_PER_SECOND - playedMicros(now));
    }

    private long playedMicros(GameTime now) {
        return running ? playedMicros + Math.max(0, now.microsSince(since)) : playedMicros;
    }

    private void enter(GamePhase phase, GameTime at) {
        playedMicros = playedMicros(at);
        since = at;
        running = phase == GamePhase.RUNNING;
    }
}
