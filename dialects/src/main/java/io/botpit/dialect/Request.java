package io.botpit.dialect;

import io.botpit.game.GameId;
import io.botpit.game.Intent;
import io.botpit.game.Query;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What any dialect can want. */
public sealed interface Request {
    /** Which protocol and behaviour versions are spoken, which game is followed. */
    record Hello() implements Request {}

    /**
     * Open an account.
     *
     * @param owner who stands behind it, if another does
     */
    record Register(
            String name,
            @Nullable String password,
            @Nullable LoginByPassword owner) implements Request {}

    record LoginByToken(String name, String token) implements Request {}

    record LoginByPassword(String name, String password) implements Request {}

    /**
     * A registration or login of a program that says which version of itself it is.
     *
     * @param version 1 to {@value #VERSION_CHARS_MAX} characters
     */
    record Introduced(Request who, String version) implements Request {
        /** As many as are stored. */
        public static final int VERSION_CHARS_MAX = 40;
    }

    /** A new token; the old one is void and the player's other sessions are closed. */
    record RotateToken() implements Request {}

    /** Set or change the account's password. */
    record SetPassword(String password) implements Request {}

    record Act(Intent intent) implements Request {}

    record Ask(Query query) implements Request {}

    /**
     * An act of the admin on a player's socket.
     *
     * @param secret null: none was sent
     */
    record Admin(AdminVerb verb, @Nullable String secret) implements Request {}

    record ListGames() implements Request {}

    record Join(GameId game) implements Request {}

    record Subscribe(Set<Channel> channels) implements Request {
        public Subscribe {
            channels = inOrder(channels);
        }
    }

    record Unsubscribe(Set<Channel> channels) implements Request {
        public Unsubscribe {
            channels = inOrder(channels);
        }
    }

    /** Go on with a subscription after the given sequence of the followed game. */
    record Resume(long after, Set<Channel> channels) implements Request {
        public Resume {
            channels = inOrder(channels);
        }
    }

    /** Cancel all own orders when this session ends. */
    record CancelOnDisconnect(boolean on) implements Request {}

    record Ping() implements Request {}

    /** The order in which a session's channels are told must be the same in every run. */
    private static Set<Channel> inOrder(Set<Channel> channels) {
        return Collections.unmodifiableSet(new TreeSet<>(channels));
    }
}
