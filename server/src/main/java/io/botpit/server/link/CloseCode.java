package io.botpit.server.link;

/** The WebSocket close codes this server uses (RFC 6455, 7.4.1). */
public final class CloseCode {
    /** The server goes down. */
    public static final int GOING_AWAY = 1001;

    /** A binary frame. */
    public static final int UNSUPPORTED_DATA = 1003;

    /** The peer broke a rule: floods, nonsense, never logged in. */
    public static final int POLICY = 1008;

    /** Our fault. */
    public static final int INTERNAL = 1011;

    /** Come back later: too slow, or too many connections. */
    public static final int TRY_AGAIN_LATER = 1013;

    private CloseCode() {}
}
