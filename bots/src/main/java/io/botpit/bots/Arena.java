package io.botpit.bots;

import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushType;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.RequestFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A player's line to an arena for whoever wants no {@link Strategy}: any command is a call, and what happens is told to a
 * {@link Guest}. The machinery of {@link BotRunner} logs in, follows the game and the next one, paces, sees gaps, connects
 * again and resumes. It runs on a virtual thread of its own, which calls the guest and completes the futures; neither may
 * block it. Any thread may call. Open orders stay when the line is closed.
 *
 * <p>A call waits for the connection and for its turn. One that was cut off is sent again after the resume, unless that
 * could do it twice. It fails with {@link IOException} when there is no hope for it any more, and by a timer of the JDK
 * with {@link TimeoutException} when its time is up; then it may have been done or not. What is about orders, and what is said
 * to everybody, is meant for the game in which it was asked and fails with {@link GameLeftException} in the next one.
 */
public final class Arena implements AutoCloseable {
    /** Calls that wait for their replies; one more fails at once. */
    public static final int CALLS_OPEN_MAX = 1_000;

    private final Calls calls;
    private final BotRunner runner;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Whose line it is. */
    public record Login(String name, Tokens tokens) {}

    /** A call was meant for a game that the line is in no more. */
    public static final class GameLeftException extends IOException {
        private static final long serialVersionUID = 1;

        GameLeftException(String message) {
            super(message);
        }
    }

    /** Who wants to know what happens. Called by one thread, in order. */
    public interface Guest {
        /** Where it is, before the first push of a game and after each lost connection. */
        void greeted(HelloRecord game);

        /** Everything is known: for the first time, again after a lost connection, or in another game. */
        void ready();

        /** A push in its turn; of books and balances all is shown, whatever was sent. */
        void heard(PushFrame push);

        /** Something before the next push of a channel never came; of what stands, a snapshot will come in place of pushes. */
        void missed(PushType channel);

        /** The connection is lost; another one is sought. */
        void lost(String reason);

        /** Nothing comes any more. Called once, last. */
        void ended(Ending ending);
    }

    /** @param settings it stays when a game is over, whatever they say */
    public Arena(Wire.Dialer dialer, Login login, BotSettings settings, Guest guest) {
        BotSettings staying = settings.staying();
        calls = new Calls(guest);
        runner = new BotRunner(dialer, new Conversation(login.name(), login.tokens(), staying, calls), staying);
    }

    /** Connects, until it is closed or turned away. Once, however often it is called. */
    public void open() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofVirtual().name("arena").start(() -> calls.end(run()));
        }
    }

    /** Whatever breaks it ends it, so that nobody waits for ever. */
    private Ending run() {
        try {
            return runner.run();
        } catch (RuntimeException | AssertionError broken) {
            return new Ending(Ending.Kind.TURNED_AWAY, "the line broke: " + broken);
        }
    }

    /**
     * Sends a command, unless its time is up by then. Who completes the reply himself calls it off.
     *
     * @param limit how long to wait for the reply, from now on
     * @return the reply, refusals too
     */
    public CompletableFuture<ReplyFrame> ask(RequestFrame request, Duration limit) {
        Calls.Call call = new Calls.Call(request);
        calls.add(call);
        runner.wake();
        return call.reply().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Hangs up soon; what is not answered by then fails. The guest is told by the line's thread, as ever. */
    @Override
    public void close() {
        runner.stop();
        open();
    }
}
