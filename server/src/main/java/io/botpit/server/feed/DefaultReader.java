package io.botpit.server.feed;

import io.botpit.server.link.Outbox;
import io.botpit.server.link.Pump;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the feed of whatever game is the default one: when a new one opens it goes over to it, after all that the old
 * one had still to tell. Any thread.
 */
final class DefaultReader implements FeedReader {
    private final Supplier<FeedHub> wanted;
    private final Outbox outbox;
    private final FeedView view;
    private final Pump pump = new Pump(this::step);
    private volatile boolean left;
    private @Nullable FeedHub at;
    /** Complete when the reader has arrived where it is; each move waits for the one before. */
    private CompletableFuture<Void> moved = CompletableFuture.completedFuture(null);

    /** @param wanted the default game's feed, at any time */
    DefaultReader(Supplier<FeedHub> wanted, Outbox outbox, FeedView view) {
        this.wanted = wanted;
        this.outbox = outbox;
        this.view = view;
    }

    /** There may be a new default game. */
    void look() {
        pump.turn();
    }

    @Override
    public void close() {
        left = true;
        pump.turn();
    }

    private void step() {
        FeedHub before = at;
        if (left) {
            moved = moved.thenRun(() -> leave(before));
            return;
        }
        FeedHub next = wanted.get();
        if (next.equals(before)) {
            return;
        }
        at = next;
        moved = moved.thenCompose(
                        _ -> before == null ? CompletableFuture.completedFuture(null) : before.dismiss(outbox))
                .thenRun(() -> next.follow(outbox, view));
    }

    private void leave(@Nullable FeedHub hub) {
        if (hub != null) {
            hub.leave(outbox);
        }
    }
}
