package io.botpit.server.lobby;

import io.botpit.game.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in; immutable.
 *
 * @param owner the account of whoever stands behind it: another's, or its own
 * @param house whether the server itself plays
 * @param tokenHash SHA-256 of the token as 64 hex digits; null: no token opens it
 * @param passwordHash by bcrypt; null: no password was chosen
 * @param version what it last said it was; null: nothing
 */
public record Account(
        PlayerId id,
        String name,
        PlayerId owner,
        boolean house,
        @Nullable String tokenHash,
        @Nullable String passwordHash,
        @Nullable String version) {
    /** Whether nobody else stands behind it. */
    boolean isItsOwn() {
        return owner.equals(id);
    }

    Account withToken(@Nullable String hash) {
        return new Account(id, name, owner, house, hash, passwordHash, version);
    }

    Account withPassword(@Nullable String hash) {
        return new Account(id, name, owner, house, tokenHash, hash, version);
    }

    Account withVersion(String said) {
        return new Account(id, name, owner, house, tokenHash, passwordHash, said);
    }

    @Override
    public String toString() {
        return "Account[" + id.number() + ", " + name + "]";
    }
}
