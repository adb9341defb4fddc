package io.botpit.server.session;

import io.botpit.server.link.Link;

/** All connections of players. Any thread. */
public final class Sessions {
    /** Takes a connection in, or closes it at once with 1013 where there are too many. */
    public Session open(Link link) {
        return new Session();
    }
}
