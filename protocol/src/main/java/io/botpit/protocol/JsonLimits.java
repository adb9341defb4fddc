package io.botpit.protocol;

/**
 * How big a JSON text may be in its parts; beyond that it is refused unread.
 *
 * @param nestingMax objects and arrays inside each other
 * @param numberCharsMax characters of a number
 * @param stringCharsMax characters of a string
 * @param nameCharsMax characters of a member's name
 */
public record JsonLimits(int nestingMax, int numberCharsMax, int stringCharsMax, int nameCharsMax) {
    /** What a server takes from a client. */
    public static final JsonLimits REQUEST = new JsonLimits(8, 40, 2_048, 64);

    /** What a client takes from its server: a final table may be one long string. */
    public static final JsonLimits SERVER_FRAME = new JsonLimits(16, 64, 4 << 20, 128);
}
