package io.botpit.dialect;

import java.util.Locale;

/** Refusals of the server around the game; those of the game itself are {@link io.botpit.game.Reason}. */
public enum Denial {
    /** Not JSON, not an object, no command, unknown command. */
    INVALID_MESSAGE,
    /** A known command with parameters that cannot be read. */
    INVALID_COMMAND,
    MISSING_FIELD,
    NOT_LOGGED_IN,
    NAME_INVALID,
    NAME_RESERVED,
    NAME_TAKEN,
    NOT_WHITELISTED,
    /** One bot of each owner in a rated game. */
    OWNER_IN_GAME,
    /** The account that is to be the owner has one itself. */
    OWNER_INVALID,
    /** The owner has as many accounts as one may have. */
    OWNER_BOTS_MAX,
    PLAYERS_FULL,
    UNKNOWN_NAME,
    WRONG_CREDENTIALS,
    PASSWORD_INVALID,
    /** A tournament that goes on keeps the versions of its bots. */
    VERSION_FROZEN,
    ADMIN_SECRET_REQUIRED,
    ADMIN_SECRET_WRONG,
    RATE_LIMITED,
    BUSY,
    /** Nothing new is taken for now, such as while the disk is nearly full. */
    UNAVAILABLE,
    UNKNOWN_GAME,
    /** The sequence asked for is too old: take a new snapshot. */
    RESYNC,
    /** The server is going down. */
    DRAINING,
    INTERNAL;

    /** The stable code on the wire, such as {@code rate_limited}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
