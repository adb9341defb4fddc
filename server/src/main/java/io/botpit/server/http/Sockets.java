package io.botpit.server.http;

import io.botpit.server.link.Link;
import org.jspecify.annotations.Nullable;

/** Who is behind the sockets. Called on any thread, for one connection by one at a time. */
public interface Sockets {
    /** What comes in from one connection. */
    interface Peer {
        /** One text frame. */
        void text(String frame);

        /** A binary frame came. */
        void binary();

        /** A ping of the server came back after so many microseconds. */
        void roundTrip(long micros);

        /** The connection is gone, whoever ended it. */
        void closed();
    }

    /** Somebody connected to the arena. */
    Peer arena(Link link);

    /**
     * Somebody connected to the feed.
     *
     * @param game as asked for; null: the default game
     * @param spectator whether the page's view is wanted rather than the events
     */
    Peer feed(@Nullable String game, boolean spectator, Link link);
}
