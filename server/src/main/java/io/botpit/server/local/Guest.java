package io.botpit.server.local;

import io.botpit.bots.Update;
import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.ServerFrame;
import io.botpit.server.link.CloseCode;
import io.botpit.server.link.Link;
import io.botpit.server.local.Inbox.Heard;
import io.botpit.server.session.Session;
import io.botpit.server.session.Sessions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bot of another program, behind an ordinary session. Its frames wait until it is its turn; then the clock stands until
 * it says {@code ping}, which is answered with its next turn, or has been silent for a while. What it asks and only time
 * can answer lets the clock go on, and the answer gives it the turn again. For the game's thread.
 */
final class Guest implements Chair {
    private static final Pattern PING = Pattern.compile("\"cmd\"\\s*:\\s*\"" + ArenaCommand.PING.word() + "\"");

    private final String name;
    private final VirtualTime time;
    private final GuestLimits limits;
    private final Inbox inbox;
    private final Link line;
    private final Session session;
    /** Frames of its that the session has not answered; the line's threads count, too. */
    private final AtomicInteger unanswered = new AtomicInteger();

    private @Nullable String player;
    private @Nullable String ping;
    private @Nullable String fault;
    private boolean paced;
    private boolean hadTurn;
    private boolean talking;
    private boolean awaiting;
    private boolean away;
    private int late;

    /**
     * Somebody is there.
     *
     * @param line to the bot
     * @param inbox where its line puts what it says
     */
    Guest(String name, Link line, Inbox inbox, Ground ground) {
        this.name = name;
        this.line = line;
        this.inbox = inbox;
        this.time = ground.time();
        this.limits = ground.limits();
        this.session = ground.sessions().open(new Door());
    }

    /** What all guests share. */
    record Ground(VirtualTime time, Sessions sessions, GuestLimits limits) {}

    /** Under which it plays, or was to. */
    String name() {
        return player == null ? name : player;
    }

    /** It has its own line for that. */
    @Override
    public void hear(Update.Traded trade) {}

    /**
     * Lets it log in, or gives it up.
     *
     * @param newcomer who came into the game since; nobody else is on the way in
     */
    void logIn(Supplier<Optional<String>> newcomer) {
        long until = System.nanoTime() + limits.login().toNanos();
        time.settle();
        while (!away && player == null && System.nanoTime() < until) {
            Heard next = inbox.poll(limits.quiet().toNanos());
            if (next != null) {
                take(next);
                // What comes after its login waits for the start.
                player = newcomer.get().orElse(null);
            }
        }
        if (player == null) {
            leave("did not log in within " + limits.login().toSeconds()
                    + " s (login_seconds_max): it must send register first");
        }
    }

    @Override
    public void beat() {
        String held = ping;
        if (held != null && !away) {
            ping = null;
            hand(held);
        }
        talk();
    }

    /** What it did wrong, or what became of it; empty: nothing. */
    Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** The game is over: nothing that happens now is its fault. */
    void sayGoodbye() {
        time.settle();
        if (!away) {
            away = true;
            inbox.close();
            line.close(CloseCode.GOING_AWAY, "the game is over");
        }
    }

    /** Takes what it says until it is done. */
    private void talk() {
        long until = System.nanoTime() + limits.turn().toNanos();
        int frames = 0;
        talking = true;
        awaiting = false;
        time.settle();
        while (!away && frames < GuestLimits.TURN_FRAMES_MAX) {
            Heard next = next(until);
            if (next == null) {
                break;
            }
            frames++;
            if (!take(next)) {
                break;
            }
        }
        talking = false;
        if (unanswered.get() > GuestLimits.UNANSWERED_MAX) {
            leave("sent " + unanswered.get() + " frames without an answer (frames_unanswered_max="
                    + GuestLimits.UNANSWERED_MAX + "): read the answers");
        }
        awaiting = isWaiting();
        // A turn that waits for an answer is not over.
        hadTurn |= !awaiting;
        note(frames);
    }

    private @Nullable Heard next(long until) {
        if (isWaiting()) {
            return inbox.poll(limits.together().toNanos());
        }
        if (paced) {
            return inbox.poll(until - System.nanoTime());
        }
        return inbox.poll((hadTurn ? limits.quiet() : limits.quietAtFirst()).toNanos());
    }

    /** Whether its turn goes on. */
    private boolean take(Heard news) {
        switch (news) {
            case Heard.Gone(var why) -> leave(why);
            case Heard.Frame(var text) -> {
                if (player != null && PING.matcher(text).find()) {
                    ping = text;
                    paced = true;
                    return false;
                }
                hand(text);
            }
        }
        return true;
    }

    private void hand(String frame) {
        unanswered.incrementAndGet();
        session.onFrame(frame);
        time.settle();
    }

    private boolean isWaiting() {
        return unanswered.get() > 0;
    }

    /** A bot that is used to say when it is done, and does not say a word, hangs. */
    private void note(int frames) {
        boolean stalled = paced && ping == null && frames == 0 && !awaiting && !away;
        late = stalled ? late + 1 : 0;
        if (late >= limits.lateTurnsMax()) {
            leave("stalled: no word in " + late + " turns of " + limits.turn().toMillis()
                    + " ms each (turn_millis_max): answer sooner, or play with --turn-limit");
        }
    }

    /** An answer left: where it had to wait for it, it has the turn again. */
    private void answered() {
        if (awaiting && !talking && !away && !isWaiting()) {
            talk();
        }
    }

    private void leave(String why) {
        if (!away) {
            away = true;
            fault = why;
            inbox.close();
            line.close(CloseCode.POLICY, why);
            session.onClose();
        }
    }

    /** The session's way to the bot. */
    private final class Door implements Link {
        @Override
        public void send(String frame, Consumer<@Nullable Throwable> done) {
            line.send(frame, done);
            if (ServerFrame.read(frame) instanceof ReplyFrame && unanswered.decrementAndGet() == 0) {
                time.execute(Guest.this::answered);
            }
        }

        @Override
        public void close(int code, String reason) {
            leave("cut by the game: " + reason + " (" + code + ")");
        }

        @Override
        public String address() {
            return line.address();
        }
    }
}
