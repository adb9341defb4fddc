package io.botpit.server.session;

import io.botpit.dialect.Correlation;
import io.botpit.dialect.Decoded;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Request;
import io.botpit.game.Answer;
import io.botpit.game.GamePhase;
import io.botpit.game.Reason;
import io.botpit.game.control.GameView;
import java.util.Set;

/**
 * What may pass, in the order in which it is asked: is it a message at all; is the game paused; who is it; are the
 * parameters right. That order is cxgame's, and clients see it. Stateless.
 */
final class Gate {
    /** What cxgame lets through while it is paused, and what it does not know and what harms nobody. */
    private static final Set<String> WHILE_PAUSED = Set.of(
            "start",
            "auth",
            "register",
            "hello",
            "ping",
            "subscribe",
            "unsubscribe",
            "resume",
            "games",
            "join",
            "standings");

    private Gate() {}

    /** Yes or no. */
    sealed interface Verdict {}

    record Pass(Request request) implements Verdict {}

    record Refuse(Reply reply) implements Verdict {}

    static Verdict judge(Decoded decoded, boolean loggedIn, GameView game) {
        if (decoded instanceof Decoded.Malformed(var _, var denial, var detail) && denial == Denial.INVALID_MESSAGE) {
            return refuse(denial, detail);
        }
        if (isShut(decoded.correlation(), game)) {
            Answer paused = new Answer.Refused(Reason.GAME_PAUSED, "the game is paused: wait for the referee's start");
            return new Refuse(new Reply.Answered(paused));
        }
        return switch (decoded) {
            case Decoded.NeedsLogin _ -> refuse(Denial.NOT_LOGGED_IN, "");
            case Decoded.Malformed(var _, var denial, var detail) -> refuse(denial, detail);
            case Decoded.Ok(var _, var request) ->
                loggedIn || !isForPlayers(request) ? new Pass(request) : refuse(Denial.NOT_LOGGED_IN, "");
        };
    }

    private static boolean isShut(Correlation correlation, GameView game) {
        return game.phase() == GamePhase.PAUSED
                && !game.rules().trading().readsWhilePaused()
                && !WHILE_PAUSED.contains(correlation.command());
    }

    /** The dialect says so as well; this is the gate's own lock. */
    private static boolean isForPlayers(Request request) {
        return switch (request) {
            case Request.Act _,
                    Request.Admin _,
                    Request.RotateToken _,
                    Request.SetPassword _,
                    Request.CancelOnDisconnect _,
                    Request.Join _ -> true;
            case Request.Hello _,
                    Request.Register _,
                    Request.LoginByToken _,
                    Request.LoginByPassword _,
                    Request.Introduced _,
                    Request.Ask _,
                    Request.ListGames _,
                    Request.Subscribe _,
                    Request.Unsubscribe _,
                    Request.Resume _,
                    Request.Ping _ -> false;
        };
    }

    private static Verdict refuse(Denial denial, String detail) {
        return new Refuse(new Reply.Denied(denial, detail));
    }
}
