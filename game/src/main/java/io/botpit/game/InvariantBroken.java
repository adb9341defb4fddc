package io.botpit.game;

/**
 * The engine contradicts itself. The game must stop at once: nothing of the command may be stored or shown. Never
 * thrown because of what a player sent.
 */
public final class InvariantBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvariantBroken(String what) {
        super(what);
    }
}
