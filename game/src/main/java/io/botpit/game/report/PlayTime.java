package io.botpit.game.report;

import io.botpit.game.Command;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import org.jspecify.annotations.Nullable;

/** How long a game was played: time stands while the game does, and while the server was down. One thread. */
final class PlayTime {
    private @Nullable GameTime last;
    private GamePhase phase = GamePhase.LOBBY;
    private long micros;

    /** Microseconds of play up to a command. */
    long until(Stamped<Command> command) {
        boolean counts = !(command.value() instanceof Command.RefereeCommand(var _, RefereeAct.Recover _));
        if (phase == GamePhase.RUNNING && counts && last != null) {
            micros += command.at().microsSince(last);
        }
        last = command.at();
        return micros;
    }

    void enter(GamePhase next) {
        phase = next;
    }

    /** Whether the game still waits for its players. */
    boolean waits() {
        return phase == GamePhase.LOBBY;
    }

    long micros() {
        return micros;
    }
}
