package io.botpit.server.lobby;

import io.botpit.game.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in; immutable.
 *
 * @param house whether the server itself plays
 * @param tokenHash SHA-256 of the token as 64 hex digits; null: no token opens it
 * @param passwordHash by bcrypt; null: no password was chosen
 */
public record Account(
        PlayerId id,
        String name,
        boolean house,
        @Nullable String tokenHash,
        @Nullable String passwordHash) {
    Account withToken(@Nullable String hash) {
        return new Account(id, name, house, hash, passwordHash);
    }

    Account withPassword(@Nullable String hash) {
        return new Account(id, name, house, tokenHash, hash);
    }

    @Override
    public String toString() {
        return "Account[" + id.number() + ", " + name + "]";
    }
}
