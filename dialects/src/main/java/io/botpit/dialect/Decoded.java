package io.botpit.dialect;

/** What a frame turned out to be. Decoding never throws. */
public sealed interface Decoded {
    Correlation correlation();

    /** A complete request. */
    record Ok(Correlation correlation, Request request) implements Decoded {}

    /** A known command from somebody who has to log in first. */
    record NeedsLogin(Correlation correlation) implements Decoded {}

    /**
     * Not a request.
     *
     * @param denial which kind of wrong
     * @param detail for people: names the field, the limit and the fix
     */
    record Malformed(Correlation correlation, Denial denial, String detail) implements Decoded {}
}
