package io.botpit.server.local;

import io.botpit.server.http.Sockets;
import io.botpit.server.link.CloseCode;
import io.botpit.server.link.Link;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bots that connected and wait for a seat, in the order of their coming: as many as there are seats for, the others are
 * refused at once. Whoever hangs up makes room. Any thread, but for {@link #next}, which is for the game's.
 */
final class Callers implements Sockets {
    private final int seats;
    /** Seats that nobody has or waits for. */
    private final Semaphore free;

    private final BlockingQueue<Caller> waiting = new LinkedBlockingQueue<>();

    Callers(int seats) {
        this.seats = seats;
        this.free = new Semaphore(seats);
    }

    /** One of them; what it says waits for its turn, or for its seat. */
    final class Caller implements Peer {
        private final Link link;
        private final Inbox inbox = new Inbox();

        private Caller(Link link) {
            this.link = link;
        }

        Link link() {
            return link;
        }

        Inbox inbox() {
            return inbox;
        }

        @Override
        public void text(String frame) {
            inbox.frame(frame);
        }

        @Override
        public void binary() {
            link.close(CloseCode.UNSUPPORTED_DATA, "text only");
        }

        @Override
        public void roundTrip(long micros) {}

        @Override
        public void closed() {
            if (waiting.remove(this)) {
                free.release();
            }
            inbox.gone("hung up");
        }

        private Caller refused(int code, String reason) {
            inbox.close();
            link.close(code, reason);
            return this;
        }
    }

    @Override
    public Peer arena(Link link) {
        Caller caller = new Caller(link);
        if (!free.tryAcquire()) {
            return caller.refused(
                    CloseCode.TRY_AGAIN_LATER,
                    "all seats for bots that connect are taken (" + seats + "): name socket once more in --bots");
        }
        waiting.add(caller);
        return caller;
    }

    @Override
    public Peer feed(@Nullable String game, boolean spectator, Link link) {
        return new Caller(link).refused(CloseCode.POLICY, "a local game has no feed: connect on another path");
    }

    /** The next one takes a seat; null where nobody comes so soon: the seat is given up. */
    @Nullable
    Caller next(Duration within) {
        try {
            Caller caller = waiting.poll(within.toNanos(), TimeUnit.NANOSECONDS);
            // No seat to give up: somebody is in the door.
            while (caller == null && !free.tryAcquire()) {
                caller = waiting.poll(within.toNanos(), TimeUnit.NANOSECONDS);
            }
            return caller;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
