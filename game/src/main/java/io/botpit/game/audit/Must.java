package io.botpit.game.audit;

import io.botpit.game.InvariantBroken;

/** What must hold, with its number in {@code docs/reliability.md}. Stateless. */
final class Must {
    private Must() {}

    /** @param subject is put into words only when it does not hold */
    static void hold(boolean holds, String what, Object subject) {
        if (!holds) {
            throw new InvariantBroken(what + ": " + subject);
        }
    }

    static void equal(Object found, Object expected, String what) {
        if (!found.equals(expected)) {
            throw new InvariantBroken(what + ": expected " + expected + ", found " + found);
        }
    }
}
