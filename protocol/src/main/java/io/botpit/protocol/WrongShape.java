package io.botpit.protocol;

/** A value from the server that does not look as the protocol says: what the {@code from} methods of this package throw. */
public final class WrongShape extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public WrongShape(String why) {
        super(why);
    }
}
