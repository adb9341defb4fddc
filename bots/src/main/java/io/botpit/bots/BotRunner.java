package io.botpit.bots;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs one bot against one server: connects, logs in, follows the game, lets the strategy act, connects again with
 * growing pauses when the connection is lost, and ends with the game or when asked to.
 *
 * <p>{@link #run} occupies one thread, best a virtual one, and calls strategy, tokens, clock and log from it alone. {@link
 * #stop} may be called from any thread.
 */
public final class BotRunner {
    /** Frames that may wait to be read; beyond that the connection is given up and the bot starts afresh. */
    public static final int FRAMES_UNREAD_MAX = 10_000;

    private static final long BACK_OFF_MIN_MILLIS = 100;
    private static final long BACK_OFF_MAX_MILLIS = 15_000;
    private static final long LEAVE_MILLIS = 2_000;
    /** Longest sleep: how fast a request to stop or a waiting command is seen. */
    private static final long NAP_MILLIS = 50;

    private final Wire.Dialer dialer;
    private final BotSettings settings;
    private final Conversation conversation;
    private final RandomGenerator jitter;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch playing = new CountDownLatch(1);
    private volatile @Nullable Ears listening;
    private long beatDueMillis;

    public BotRunner(Wire.Dialer dialer, Bot bot, BotSettings settings) {
        this(dialer, new Conversation(bot, settings), settings);
    }

    BotRunner(Wire.Dialer dialer, Conversation conversation, BotSettings settings) {
        this.dialer = dialer;
        this.settings = settings;
        this.conversation = conversation;
        jitter = RandomGenerator.of("L64X128MixRandom");
    }

    /** Plays until the game is over, until {@link #stop}, or until the server turns the bot away. */
    public Ending run() {
        try {
            int failures = 0;
            while (!isStopping()) {
                boolean played = connectAndPlay();
                Optional<Ending> ending = ending();
                if (ending.isPresent()) {
                    return ending.get();
                }
                failures = played ? 0 : failures + 1;
                var _ = stopping.await(backOffMillis(failures), TimeUnit.MILLISECONDS);
            }
            return stopped();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return stopped();
        }
    }

    /** Asks the bot to cancel its orders and to leave; {@link #run} returns soon after. */
    public void stop() {
        stopping.countDown();
    }

    /** Waits until the bot is in the game for the first time; false if it is not by then. */
    public boolean awaitReady(long timeout, TimeUnit unit) throws InterruptedException {
        return playing.await(timeout, unit);
    }

    /** The mind has come to something: it is asked at once where there is a connection, else when there is again. Any thread. */
    void wake() {
        Ears ears = listening;
        if (ears != null) {
            ears.wake();
        }
    }

    private static Ending stopped() {
        return new Ending(Ending.Kind.STOPPED, "asked to stop");
    }

    private Optional<Ending> ending() {
        return isStopping() ? Optional.of(stopped()) : conversation.ending();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** True if the bot got into the game. */
    private boolean connectAndPlay() throws InterruptedException {
        Ears ears = new Ears();
        Wire wire;
        try {
            wire = dialer.open(ears);
        } catch (IOException failed) {
            settings.log().accept(String.valueOf(failed.getMessage()));
            return false;
        }
        try {
            conversation.opened(now());
            listening = ears;
            play(wire, ears);
            if (isStopping()) {
                leave(wire, ears);
            }
            return conversation.isReady();
        } catch (IOException unreadable) {
            settings.log().accept(String.valueOf(unreadable.getMessage()));
            return false;
        } finally {
            listening = null;
            conversation.lost(isStopping() ? "closed" : ears.whyLost());
            wire.close();
        }
    }

    private void play(Wire wire, Ears ears) throws InterruptedException {
        while (ending().isEmpty()) {
            if (!turn(wire, ears)) {
                return;
            }
            if (conversation.isReady()) {
                playing.countDown();
            }
            if (now() >= beatDueMillis) {
                beatDueMillis = now() + settings.beat().toMillis();
                conversation.beat(now());
            }
        }
    }

    /** Sends what is due, hears one frame if one comes; false if the connection is gone. */
    private boolean turn(Wire wire, Ears ears) throws InterruptedException {
        conversation.due(now()).forEach(wire::send);
        String text = ears.frames.poll(napMillis(), TimeUnit.MILLISECONDS);
        if (Ears.WAKE.equals(text)) {
            ears.woken.set(false);
            conversation.reconsider(now());
        } else if (text != null) {
            conversation.heard(text, now());
        }
        boolean gone = text == null && ears.lost != null || ears.overrun || conversation.isBroken(now());
        if (gone) {
            settings.log().accept("connection lost: " + ears.whyLost());
        }
        return !gone;
    }

    private void leave(Wire wire, Ears ears) throws InterruptedException {
        long until = now() + LEAVE_MILLIS;
        conversation.leave(now());
        boolean connected = true;
        while (connected && !conversation.isIdle() && now() < until) {
            connected = turn(wire, ears);
        }
    }

    private long napMillis() {
        return Math.clamp(beatDueMillis - now(), 1, NAP_MILLIS);
    }

    private long now() {
        return settings.clock().millis();
    }

    /** Doubles with each failure, with a random part so that a crowd does not come back at once. */
    private long backOffMillis(int failures) {
        long most = Math.min(BACK_OFF_MAX_MILLIS, BACK_OFF_MIN_MILLIS << Math.min(failures, 10));
        return most / 2 + jitter.nextLong(most / 2 + 1);
    }

    /** Takes what the wire's threads bring; the runner's thread takes it from there. */
    private static final class Ears implements Wire.Listener {
        /** No frame: the mind has come to something. */
        private static final String WAKE = "";

        private final BlockingQueue<String> frames = new ArrayBlockingQueue<>(FRAMES_UNREAD_MAX);
        private volatile @Nullable String lost;
        private volatile boolean overrun;
        /** A wake is among the frames: one is enough, and takes the room of one. */
        private final AtomicBoolean woken = new AtomicBoolean();

        @Override
        public void onText(String text) {
            if (!frames.offer(text)) {
                overrun = true;
            }
        }

        @Override
        public void onClose(String reason) {
            lost = reason;
        }

        /** Where there is no room, the thread is awake. */
        private void wake() {
            if (woken.compareAndSet(false, true) && !frames.offer(WAKE)) {
                woken.set(false);
            }
        }

        private String whyLost() {
            String told = lost;
            return told == null ? "the server does not answer" : told;
        }
    }
}
