package io.botpit.dialect;

import io.botpit.game.Answer;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import java.util.List;

/** What the server says to one request. */
public sealed interface Reply {
    record Welcome(GameSummary game, GameTime now) implements Reply {}

    /**
     * The account is open and the session is logged in.
     *
     * @param token shown once, 64 hex characters
     */
    record Registered(String token) implements Reply {}

    record LoggedIn() implements Reply {}

    record TokenRotated(String token) implements Reply {}

    record PasswordSet() implements Reply {}

    /**
     * The command is in the journal.
     *
     * @param sequence of the command in its game
     * @param events of that command, a {@link Event.Rejected} among them where it was refused
     */
    record Acted(long sequence, List<Event> events) implements Reply {
        public Acted {
            events = List.copyOf(events);
        }
    }

    record Answered(Answer answer) implements Reply {}

    record AdminDone() implements Reply {}

    record Games(List<GameSummary> games) implements Reply {
        public Games {
            games = List.copyOf(games);
        }
    }

    record Joined(GameId game) implements Reply {}

    /** The subscription stands; snapshots follow as pushes, then deltas after {@code sequence}. */
    record Subscribed(long sequence) implements Reply {}

    record Unsubscribed() implements Reply {}

    record CancelOnDisconnectSet(boolean on) implements Reply {}

    record Pong(GameTime now) implements Reply {}

    /**
     * No, and why.
     *
     * @param detail for people: names the field, the limit and the fix
     */
    record Denied(Denial denial, String detail) implements Reply {}
}
