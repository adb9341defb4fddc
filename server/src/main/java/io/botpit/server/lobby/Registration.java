package io.botpit.server.lobby;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants an account.
 *
 * @param passwordHash by bcrypt; null: a token only
 * @param owner an account that has proved itself and stands behind the new one; null: nobody else does
 */
public record Registration(
        String name,
        @Nullable String passwordHash,
        @Nullable Account owner,
        OpenGame into) {
    /** So many accounts of one owner, the owner's own among them. */
    public static final int BOTS_PER_OWNER_MAX = 5;

    @Override
    public String toString() {
        return "Registration[" + name + "]";
    }
}
