package io.botpit.persistence.journal;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import org.jspecify.annotations.Nullable;

/** What happened outside the games: accounts, games opened, acts of the admin. Secrets are in it as hashes only. */
public sealed interface LobbyRecord {
    GameTime at();

    /**
     * A player registered.
     *
     * @param house whether the server itself plays
     * @param tokenHash SHA-256 of the token as 64 lower-case hex digits; null: nobody can log in
     */
    record AccountOpened(
            PlayerId player,
            String name,
            boolean house,
            @Nullable String tokenHash,
            GameTime at) implements LobbyRecord {}

    /**
     * The old token is worth nothing any more.
     *
     * @param tokenHash of the new one, as in {@link AccountOpened}; null: there is none
     */
    record TokenChanged(PlayerId player, @Nullable String tokenHash, GameTime at) implements LobbyRecord {}

    /**
     * A password was chosen.
     *
     * @param bcryptHash null: removed
     */
    record PasswordChanged(PlayerId player, @Nullable String bcryptHash, GameTime at) implements LobbyRecord {}

    /**
     * A game came into being; its rules are in its own journal.
     *
     * @param isDefault whether it is the game that is meant when none is named, until the next such one
     */
    record GameOpened(GameId game, String title, boolean isDefault, GameTime at) implements LobbyRecord {}

    /**
     * A game is over and need not be replayed when the server starts again.
     *
     * @param annulled whether it has no result; so it is where its journal cannot be continued
     * @param why in words, for people
     */
    record GameClosed(GameId game, boolean annulled, String why, GameTime at) implements LobbyRecord {}

    /**
     * The admin did something; what it did to a game is in that game's journal.
     *
     * @param by who, with the address
     * @param what the verb and its parameters, without secrets
     * @param game null: the whole server
     */
    record AdminActed(String by, String what, @Nullable GameId game, GameTime at) implements LobbyRecord {}
}
