package io.botpit.bots;

import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushType;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.RequestFrame;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The mind of an {@link Arena}: what its user asks is sent, what happens is passed on. For the arena's thread; calls are
 * added by any, and one that is over, whoever ended it, is forgotten at once.
 */
final class Calls implements Mind {
    private static final List<PushType> CHANNELS = List.of(PushType.values());

    private static final Set<ArenaCommand> ORDERS =
            EnumSet.of(ArenaCommand.BUY, ArenaCommand.SELL, ArenaCommand.BUY_MARKET, ArenaCommand.SELL_MARKET);

    private static final Set<ArenaCommand> ONCE_ONLY = EnumSet.of(ArenaCommand.BCAST, ArenaCommand.ROTATE_TOKEN);

    /** What is meant for one game and would do or mean something else in the next. */
    private static final Set<ArenaCommand> OF_ONE_GAME = EnumSet.of(
            ArenaCommand.BUY,
            ArenaCommand.SELL,
            ArenaCommand.BUY_MARKET,
            ArenaCommand.SELL_MARKET,
            ArenaCommand.ORDER_TEST,
            ArenaCommand.CANCEL,
            ArenaCommand.CANCEL_ALL,
            ArenaCommand.CANCEL_AFTER,
            ArenaCommand.CANCEL_ON_DISCONNECT,
            ArenaCommand.AMEND,
            ArenaCommand.BCAST);

    private final Arena.Guest guest;
    /** In the order in which they were asked; guarded by itself. */
    private final Set<Call> open = new LinkedHashSet<>();

    private volatile @Nullable String game;
    private volatile boolean anyWaits;
    private volatile boolean ended;

    /** How far a call has come on this connection. */
    private enum Progress {
        WAITING,
        /** It has a place in the queue and goes when the pace allows it. */
        QUEUED,
        SENT
    }

    /** One call; its reply may be waited for by any thread. */
    static final class Call implements Requests.Asker {
        private final RequestFrame request;
        private final CompletableFuture<ReplyFrame> reply = new CompletableFuture<>();
        /** The game that it is meant for; null: the first one that there is. */
        private @Nullable String game;

        private Progress progress = Progress.WAITING;
        private boolean everSent;

        Call(RequestFrame request) {
            this.request = request;
        }

        CompletableFuture<ReplyFrame> reply() {
            return reply;
        }

        @Override
        public boolean isWanted() {
            return !reply.isDone();
        }

        @Override
        public void sent() {
            progress = Progress.SENT;
            everSent = true;
        }

        @Override
        public void answered(ReplyFrame answer) {
            reply.complete(answer);
        }

        private void fail(String why) {
            reply.completeExceptionally(new IOException(why));
        }

        /** Sending it now does nothing that sending it once did not do. */
        private boolean isRepeatable() {
            return !everSent
                    || (ORDERS.contains(request.command())
                            ? request.params().has("client_order_id")
                            : !ONCE_ONLY.contains(request.command()));
        }

        /** Must not go to a game that it was not meant for. What was sent on this connection will be answered yet. */
        private void enter(String now) {
            if (game == null) {
                game = now;
            } else if (progress != Progress.SENT && !game.equals(now) && OF_ONE_GAME.contains(request.command())) {
                String outcome = everSent ? "it may have been done there or not" : "it was never sent";
                reply.completeExceptionally(
                        new Arena.GameLeftException("%s was meant for game %s, which was left for %s: %s"
                                .formatted(request.command().word(), game, now, outcome)));
            }
        }
    }

    Calls(Arena.Guest guest) {
        this.guest = guest;
    }

    /** Takes a call, or fails it at once. Any thread. */
    void add(Call call) {
        call.game = game;
        var _ = call.reply.whenComplete((_, _) -> forget(call));
        if (!hold(call)) {
            call.fail("calls_open_max: " + Arena.CALLS_OPEN_MAX + " calls wait for their replies; wait, too");
        } else if (ended) {
            call.fail("the line is closed");
        }
        anyWaits = true;
    }

    private boolean hold(Call call) {
        synchronized (open) {
            return open.size() < Arena.CALLS_OPEN_MAX && open.add(call);
        }
    }

    /** Whoever ended it: its time may be up while there is no connection. */
    private void forget(Call call) {
        synchronized (open) {
            open.remove(call);
        }
    }

    private List<Call> open() {
        synchronized (open) {
            return List.copyOf(open);
        }
    }

    /** Nothing is asked any more; nobody waits for a reply in vain. */
    void end(Ending ending) {
        ended = true;
        open().forEach(call -> call.fail(ending.why()));
        guest.ended(ending);
    }

    @Override
    public List<PushType> channels() {
        return CHANNELS;
    }

    @Override
    public void forget() {}

    @Override
    public void greeted(HelloRecord hello) {
        String now = hello.game().id();
        game = now;
        open().forEach(call -> call.enter(now));
        guest.greeted(hello);
    }

    @Override
    public void heard(PushFrame push, Sight seen) {
        guest.heard(seen.whole(push));
    }

    @Override
    public void missed(PushType channel) {
        guest.missed(channel);
    }

    @Override
    public void told(Update update) {
        if (update instanceof Update.Ready) {
            guest.ready();
        }
    }

    @Override
    public boolean isAwakeIn(Phase phase) {
        return true;
    }

    @Override
    public void think(Sight seen, Requests requests, long nowMillis) {
        if (!anyWaits) {
            return;
        }
        anyWaits = false;
        for (Call call : open()) {
            if (call.progress == Progress.WAITING) {
                call.enter(seen.gameId());
                call.progress = Progress.QUEUED;
                requests.ask(call.request, call);
            }
        }
    }

    @Override
    public void lost(String reason) {
        for (Call call : open()) {
            call.progress = Progress.WAITING;
            if (!call.isRepeatable()) {
                call.fail("connection lost, it may have been done or not: " + reason);
            }
        }
        anyWaits = true;
        guest.lost(reason);
    }

    @Override
    public void leave(Requests requests) {}
}
