package io.botpit.persistence.journal;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.TournamentId;
import org.jspecify.annotations.Nullable;

/** What happened outside the games: accounts, games opened, tournaments, acts of the admin. Secrets are in it as hashes only. */
public sealed interface LobbyRecord {
    int VERSION_CHARS_MAX = 40;

    GameTime at();

    /**
     * A player registered.
     *
     * @param house whether the server itself plays
     * @param owner the account of whoever stands behind the player: another's, or the player's own
     * @param tokenHash SHA-256 of the token as 64 lower-case hex digits; null: nobody can log in
     */
    record AccountOpened(
            PlayerId player,
            String name,
            boolean house,
            PlayerId owner,
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
     * A bot logged in as another program than it was before.
     *
     * @param version as the bot names it, 1 to {@value #VERSION_CHARS_MAX} characters
     * @param inTournament whether the bot had a seat in a tournament that was being played
     */
    record VersionAnnounced(PlayerId player, String version, boolean inTournament, GameTime at)
            implements LobbyRecord {}

    /**
     * A game came into being; its rules are in its own journal.
     *
     * @param isDefault whether it is the game that is meant when none is named, until the next such one
     * @param commitment what {@link JournalHead#commitment} gives of its seed; null: nothing
     */
    record GameOpened(
            GameId game,
            String title,
            boolean isDefault,
            @Nullable String commitment,
            GameTime at) implements LobbyRecord {}

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

    /** Something happened in a tournament; all of it follows from these. */
    record TournamentMoved(TournamentId tournament, Fact fact, GameTime at) implements LobbyRecord {}
}
