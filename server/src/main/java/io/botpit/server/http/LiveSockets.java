package io.botpit.server.http;

import io.botpit.game.GameId;
import io.botpit.server.feed.FeedReader;
import io.botpit.server.feed.FeedView;
import io.botpit.server.feed.Feeds;
import io.botpit.server.link.CloseCode;
import io.botpit.server.link.Link;
import io.botpit.server.session.Session;
import io.botpit.server.session.Sessions;
import org.jspecify.annotations.Nullable;

/** Sockets that end in sessions and feed readers. */
public final class LiveSockets implements Sockets {
    private final Sessions sessions;
    private final Feeds feeds;

    public LiveSockets(Sessions sessions, Feeds feeds) {
        this.sessions = sessions;
        this.feeds = feeds;
    }

    @Override
    public Peer arena(Link link) {
        return new Player(sessions.open(link));
    }

    @Override
    public Peer feed(@Nullable String game, boolean spectator, Link link) {
        try {
            FeedView view = spectator ? FeedView.SPECTATOR : FeedView.EVENTS;
            return new Watcher(
                    game == null ? feeds.followDefault(view, link) : feeds.follow(new GameId(game), view, link), link);
        } catch (IllegalArgumentException e) {
            link.close(CloseCode.POLICY, "unknown game");
            return new Watcher(() -> {}, link);
        }
    }

    private record Player(Session session) implements Peer {
        @Override
        public void text(String frame) {
            session.onFrame(frame);
        }

        @Override
        public void binary() {
            session.onBinary();
        }

        @Override
        public void roundTrip(long micros) {
            session.onRoundTrip(micros);
        }

        @Override
        public void closed() {
            session.onClose();
        }
    }

    /** What a reader sends is ignored. */
    private record Watcher(FeedReader reader, Link link) implements Peer {
        @Override
        public void text(String frame) {}

        @Override
        public void binary() {
            link.close(CloseCode.UNSUPPORTED_DATA, "text only");
        }

        @Override
        public void roundTrip(long micros) {}

        @Override
        public void closed() {
            reader.close();
        }
    }
}
