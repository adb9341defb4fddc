package io.botpit.server.feed;

import io.botpit.game.GameId;
import io.botpit.server.link.CloseCode;
import io.botpit.server.link.Link;
import io.botpit.server.link.Outbox;
import io.botpit.server.link.Outboxes;
import io.botpit.server.link.Places;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The public feeds of all games. Any thread. */
public final class Feeds {
    private final Outboxes outboxes;
    private final Places places;
    private final Map<GameId, FeedHub> hubs = new ConcurrentHashMap<>();
    private final Set<DefaultReader> defaultReaders = ConcurrentHashMap.newKeySet();
    private volatile @Nullable FeedHub defaultHub;

    /** @param places shared with the traders */
    public Feeds(FeedLimits limits, Places places) {
        this.outboxes = new Outboxes(limits.outbox());
        this.places = places;
    }

    public Outboxes outboxes() {
        return outboxes;
    }

    /** From now on this game can be followed. */
    public void add(FeedHub hub) {
        hubs.put(hub.subject().game(), hub);
    }

    /** From now on nobody comes to follow this game; whoever does so goes on. */
    public void remove(GameId game) {
        hubs.remove(game);
    }

    /** From now on this is the default game; whoever reads the default one's feed goes over to it. */
    public void makeDefault(FeedHub hub) {
        defaultHub = hub;
        defaultReaders.forEach(DefaultReader::look);
    }

    /** Lets a reader follow a game's feed; an unknown game or too many readers close the link. */
    public FeedReader follow(GameId game, FeedView view, Link link) {
        FeedHub hub = hubs.get(game);
        if (hub == null) {
            link.close(CloseCode.POLICY, "unknown_game");
            return () -> {};
        }
        return seat(link, outbox -> {
            hub.follow(outbox, view);
            return () -> hub.leave(outbox);
        });
    }

    /** Likewise the default game's, whichever it is. */
    public FeedReader followDefault(FeedView view, Link link) {
        return seat(link, outbox -> {
            DefaultReader reader = new DefaultReader(this::defaultHub, outbox, view);
            defaultReaders.add(reader);
            reader.look();
            return () -> {
                defaultReaders.remove(reader);
                reader.close();
            };
        });
    }

    private FeedReader seat(Link link, Function<Outbox, FeedReader> follow) {
        String address = link.address();
        Optional<String> obstacle = places.takeToWatch(address);
        if (obstacle.isPresent()) {
            link.close(CloseCode.TRY_AGAIN_LATER, obstacle.get());
            return () -> {};
        }
        Outbox outbox = outboxes.open(link);
        FeedReader reader = follow.apply(outbox);
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                places.stopWatching();
                places.leave(address);
                outbox.abandon();
                reader.close();
            }
        };
    }

    private FeedHub defaultHub() {
        FeedHub hub = defaultHub;
        if (hub == null) {
            throw new IllegalStateException("there is no default game yet");
        }
        return hub;
    }
}
