package io.botpit.server.session;

/**
 * One connection of a player or the admin. Frames come in one at a time, from any thread; answers leave through the
 * link in the order of the requests.
 */
public final class Session {
    Session() {}

    /** One text frame came. */
    public void onFrame(String text) {}

    /** A binary frame came: closes with 1003. */
    public void onBinary() {}

    /** The connection is gone, whoever ended it. */
    public void onClose() {}
}
