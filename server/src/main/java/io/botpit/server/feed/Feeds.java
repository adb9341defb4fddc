package io.botpit.server.feed;

import io.botpit.game.GameId;
import io.botpit.server.link.CloseCode;
import io.botpit.server.link.Link;
import io.botpit.server.link.Outbox;
import io.botpit.server.link.Places;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The public feeds of all games. Any thread. */
public final class Feeds {
    private final FeedLimits limits;
    private final Places places;
    private final Map<GameId, FeedHub> hubs = new ConcurrentHashMap<>();

    public Feeds(FeedLimits limits) {
        this.limits = limits;
        this.places = new Places(limits.readersMax(), limits.readersPerAddressMax());
    }

    /** From now on this game can be followed. */
    public void add(FeedHub hub) {
        hubs.put(hub.subject().game(), hub);
    }

    /** Lets a reader follow a game's feed; an unknown game or too many readers close the link. */
    public FeedReader follow(GameId game, FeedView view, Link link) {
        FeedHub hub = hubs.get(game);
        if (hub == null) {
            link.close(CloseCode.POLICY, "unknown_game");
            return () -> {};
        }
        String address = link.address();
        if (!places.take(address)) {
            link.close(CloseCode.TRY_AGAIN_LATER, "too_many_readers");
            return () -> {};
        }
        Outbox outbox = new Outbox(link, limits.outbox());
        hub.follow(outbox, view);
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                places.leave(address);
                outbox.abandon();
                hub.leave(outbox);
            }
        };
    }
}
