package io.botpit.dialect;

/** What the public feed tells of connections: nothing that a game knows, so nothing that is journaled. */
public sealed interface Notice {
    /**
     * Somebody connected.
     *
     * @param address of the other end; a dialect shows at most a masked form of it
     */
    record Connected(String address) implements Notice {}

    /** Somebody logged in. */
    record LoggedIn(String name) implements Notice {}
}
