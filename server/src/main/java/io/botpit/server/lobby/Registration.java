package io.botpit.server.lobby;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants an account.
 *
 * @param passwordHash by bcrypt; null: a token only
 */
public record Registration(String name, @Nullable String passwordHash, OpenGame into) {
    @Override
    public String toString() {
        return "Registration[" + name + "]";
    }
}
