package io.botpit.server.session;

import io.botpit.dialect.Viewer;
import io.botpit.game.PlayerId;
import io.botpit.server.lobby.Account;
import io.botpit.server.lobby.Assignments;
import io.botpit.server.lobby.OpenGame;
import org.jspecify.annotations.Nullable;

/**
 * Where a session stands: who it is and which game it follows.
 *
 * @param account null: nobody logged in yet
 * @param joined whether it chose that game itself and stays there when there is a new default one
 */
record Position(@Nullable Account account, OpenGame game, boolean joined) {
    @Nullable
    PlayerId player() {
        return account == null ? null : account.id();
    }

    Viewer viewer() {
        return game.viewer(player());
    }

    /** Whether it stays where it is by its own choice; where a player is sent counts more. */
    boolean stays(Assignments assignments) {
        return joined && !assignments.sends(player());
    }

    Position as(Account other) {
        return new Position(other, game, joined);
    }

    Position in(OpenGame other, boolean chosen) {
        return new Position(account, other, chosen);
    }
}
