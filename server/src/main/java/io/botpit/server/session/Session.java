package io.botpit.server.session;

import io.botpit.dialect.Correlation;
import io.botpit.dialect.Decoded;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Dialect;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Request;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.PlayerId;
import io.botpit.server.link.CloseCode;
import io.botpit.server.link.Link;
import io.botpit.server.link.Outbox;
import io.botpit.server.link.Pump;
import io.botpit.server.lobby.Account;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.lobby.Refused;
import io.botpit.server.loop.Scheduler.Timer;
import io.botpit.server.session.TokenBucket.Take;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a player or the admin. Frames come in one at a time, from any thread; answers leave through the
 * link in the order of the requests. What a session knows belongs to its pump: whoever is inside may change it, and
 * what comes from elsewhere is put in turn.
 */
public final class Session implements Comparable<Session> {
    private static final Correlation UNREAD = new Correlation("", null);

    private final long number;
    private final Link link;
    private final SessionWorks works;
    private final Sessions others;
    private final boolean house;
    private final Outbox outbox;
    private final Replies replies;
    private final Queue<String> waitingFrames = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Queue<Runnable> turns = new ConcurrentLinkedQueue<>();
    private final Pump pump = new Pump(this::step);
    private final Desk desk;
    private TokenBucket frames;
    private TokenBucket refusals;
    private Position position;
    private int holds;
    private boolean gone;
    private boolean watching;
    private boolean cancelOnDisconnect;
    private int malformedInRow;
    private int refusedBeforeLogin;
    private volatile GameTime heardAt;
    private @Nullable Timer loginTimer;

    Session(Link link, SessionWorks works, Sessions others, boolean house) {
        this.number = others.nextNumber();
        this.link = link;
        this.works = works;
        this.others = others;
        this.house = house;
        this.outbox = others.outboxes().open(link);
        this.replies = new Replies(works, outbox, others.meter());
        this.position = new Position(null, works.lobby().currentGame(), false);
        this.heardAt = works.clocks().now();
        this.frames = TokenBucket.full(works.limits().rates().frames(), heardAt);
        this.refusals = TokenBucket.full(works.limits().rates().refusals(), heardAt);
        this.desk = new Desk(this, works, others);
    }

    /** By the time of their coming. */
    @Override
    public int compareTo(Session other) {
        return Long.compare(number, other.number);
    }

    /** One text frame came; dropped where the connection ends, even if the peer does not let go. */
    public void onFrame(String text) {
        if (outbox.isEnding()) {
            return;
        }
        if (waiting.incrementAndGet() > 2 * works.limits().requestsInFlightMax()) {
            // It goes on sending while it waits for its login: nobody who reads answers does that.
            outbox.cut(CloseCode.POLICY, "flood");
            return;
        }
        waitingFrames.add(text);
        pump.turn();
    }

    /** A binary frame came: closes with 1003. */
    public void onBinary() {
        outbox.cut(CloseCode.UNSUPPORTED_DATA, "text only");
    }

    /** A ping came back after so many microseconds. */
    public void onRoundTrip(long micros) {
        replies.roundTrip(micros);
    }

    /** The connection is gone, whoever ended it. */
    public void onClose() {
        inTurn(this::leave);
    }

    /** Does something as the session, after what it is doing now; any thread. */
    void inTurn(Runnable turn) {
        turns.add(turn);
        pump.turn();
    }

    /** Likewise, from a thread that must not be kept. */
    void later(Runnable turn) {
        turns.add(turn);
        works.pool().execute(pump::turn);
    }

    /** Reads no frame until as many times {@link #release} was called; pump only. */
    void hold() {
        holds++;
    }

    void release() {
        holds--;
    }

    /** Reads on when something is known; where it went wrong, the slot says so. */
    <T> void await(CompletableFuture<T> soon, Slot slot, Consumer<T> then) {
        hold();
        var _ = soon.whenComplete((value, fault) -> later(() -> {
            release();
            if (fault == null) {
                then.accept(value);
            } else {
                slot.deny(Denial.INTERNAL, "the server could not store or check it");
            }
        }));
    }

    Position position() {
        return position;
    }

    Outbox outbox() {
        return outbox;
    }

    Replies replies() {
        return replies;
    }

    String address() {
        return link.address();
    }

    boolean isHouse() {
        return house;
    }

    boolean isGone() {
        return gone;
    }

    void cancelOnDisconnect(boolean on) {
        cancelOnDisconnect = on;
    }

    /** Takes another place; the games hear of it. Pump only. */
    void move(Position next) {
        PlayerId before = position.player();
        PlayerId after = next.player();
        others.presence().move(position, next);
        if (!next.game().equals(position.game()) || after != null && !after.equals(before)) {
            desk.unsubscribeAll();
        }
        position = next;
        replies.timeFor(after == null ? null : next.game().feed().timing(after));
        if (after != null) {
            stopWatching();
        }
        others.seated(this, before, after);
    }

    /**
     * Goes over to the game that is meant for it, unless it chose one itself or is there already; where a player is sent
     * counts more than what he chose. No request is read in between, so that none meets the wrong game.
     */
    void follow() {
        inTurn(() -> {
            Account account = position.account();
            OpenGame next = works.lobby().gameFor(account);
            boolean there = next.equals(position.game());
            boolean here = there && (account == null || next.admitted(account.id()));
            if (gone || here || position.stays(works.lobby().assignments())) {
                return;
            }
            if (account == null) {
                move(position.in(next, false));
            } else {
                enter(account, next, _ -> arrive(account, next));
            }
        });
    }

    /** Asks to let the player into a game; what then is done as the session, which reads no request in between. */
    void enter(Account account, OpenGame next, Consumer<Optional<Refused>> then) {
        hold();
        works.lobby()
                .enter(
                        account,
                        next,
                        obstacle -> later(() -> {
                            release();
                            then.accept(obstacle);
                            others.presence().confirm(next, account.id());
                        }));
    }

    private void arrive(Account account, OpenGame next) {
        if (!next.equals(works.lobby().gameFor(account))) {
            // A newer one came meanwhile, whose answer may have been quicker.
            follow();
        } else if (!gone && !position.stays(works.lobby().assignments())) {
            move(position.in(next, false));
        }
    }

    /** Closes after what was still to be said; no request is read any more. */
    void goodbye(int code, String reason) {
        outbox.finish(code, reason);
    }

    /** Watches that a stranger logs in; called once. */
    void watchLogin() {
        inTurn(() -> setLoginTimer(works.limits().loginWithin()));
    }

    private void setLoginTimer(Duration delay) {
        loginTimer = works.scheduler().after(delay, () -> inTurn(this::checkLogin));
    }

    private void checkLogin() {
        if (gone || position.account() != null) {
            return;
        }
        Duration silent = Duration.of(works.clocks().now().microsSince(heardAt), ChronoUnit.MICROS);
        Duration left = works.limits().loginWithin().minus(silent);
        if (left.isPositive()) {
            setLoginTimer(left);
            watch();
        } else {
            goodbye(CloseCode.POLICY, "login_timeout");
        }
    }

    /** Who still talks without a login is no trader on the way in. */
    private void watch() {
        if (!watching) {
            Optional<String> obstacle = others.places().watch();
            watching = obstacle.isEmpty();
            obstacle.ifPresent(limit -> goodbye(CloseCode.TRY_AGAIN_LATER, limit));
        }
    }

    private void stopWatching() {
        if (watching) {
            watching = false;
            others.places().stopWatching();
        }
    }

    private void step() {
        for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
            turn.run();
        }
        while (holds == 0 && !outbox.isEnding()) {
            String frame = waitingFrames.poll();
            if (frame == null) {
                return;
            }
            waiting.decrementAndGet();
            read(frame);
        }
    }

    private void read(String frame) {
        heardAt = works.clocks().now();
        if (!house) {
            Take take = frames.take(heardAt);
            frames = take.bucket();
            Limit raw = Limit.of(take);
            if (raw.isHit()) {
                throttle(
                        replies.open(UNREAD, position.viewer(), heardAt),
                        new Reply.Denied(Denial.RATE_LIMITED, raw.words()));
                return;
            }
        }
        Dialect dialect = works.dialect();
        Decoded decoded = dialect.decode(frame, position.viewer());
        Slot slot = replies.open(decoded.correlation(), position.viewer(), heardAt);
        malformedInRow = decoded instanceof Decoded.Malformed ? malformedInRow + 1 : 0;
        if (replies.inFlight() > works.limits().requestsInFlightMax()) {
            throttle(slot, busy());
            return;
        }
        pass(decoded, slot);
    }

    private void pass(Decoded decoded, Slot slot) {
        switch (Gate.judge(decoded, position.account() != null, position.game().view())) {
            case Gate.Refuse(var reply) -> refuse(slot, reply);
            case Gate.Pass(var request) -> {
                Limit limit = budget(request);
                if (limit.isHit()) {
                    throttle(slot, new Reply.Denied(Denial.RATE_LIMITED, limit.words()));
                } else {
                    desk.serve(request, slot);
                }
            }
        }
    }

    private Limit budget(Request request) {
        PlayerId player = position.player();
        if (house) {
            return new Limit("", 0, 0);
        }
        if (player == null) {
            return others.budgets().ofGuest(address());
        }
        Limit limit = others.budgets().ofPlayer(player);
        return limit.isHit() || !(request instanceof Request.Act(Intent.Say _))
                ? limit
                : others.budgets().ofBroadcasts(player);
    }

    private Reply busy() {
        return new Reply.Denied(
                Denial.BUSY, "limit requests_in_flight_max=" + works.limits().requestsInFlightMax());
    }

    /** Says no on account of a limit: whoever goes on regardless is cut. */
    private void throttle(Slot slot, Reply reply) {
        Take take = refusals.take(heardAt);
        refusals = take.bucket();
        fill(slot, reply, take instanceof TokenBucket.Refused ? "flood" : null);
    }

    /** Says no; one time too many is the last. */
    void refuse(Slot slot, Reply reply) {
        boolean stranger = position.account() == null;
        if (stranger && ++refusedBeforeLogin >= works.limits().refusedBeforeLoginMax()) {
            fill(slot, reply, "not_logged_in");
        } else {
            fill(slot, reply, malformedInRow >= works.limits().malformedInRowMax() ? "malformed" : null);
        }
    }

    private void fill(Slot slot, Reply reply, @Nullable String end) {
        if (end == null) {
            slot.fill(reply);
        } else {
            slot.fill(reply, () -> goodbye(CloseCode.POLICY, end));
        }
    }

    private void leave() {
        if (gone) {
            return;
        }
        gone = true;
        if (loginTimer != null) {
            loginTimer.cancel();
        }
        outbox.abandon();
        desk.unsubscribeAll();
        PlayerId player = position.player();
        if (player != null) {
            if (cancelOnDisconnect) {
                position.game().loop().owe(new PlayerCommand(player, new Intent.CancelAll(null)), _ -> {});
            }
            others.presence().leave(position.game(), player);
        }
        stopWatching();
        others.left(this, player, address());
    }
}
