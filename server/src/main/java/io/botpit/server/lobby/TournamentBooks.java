package io.botpit.server.lobby;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.RefereeAct;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.TournamentId;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The lobby for whoever runs tournaments: facts go into its journal, games are opened for bouts, and what became of them
 * is told. Lobby's thread only, but for {@link #inTurn}, which is the way there.
 */
public final class TournamentBooks {
    private final LobbyBooks books;
    private final Gamekeeper games;
    private final Turns turns;
    private final BooleanSupplier draining;

    TournamentBooks(LobbyBooks books, Gamekeeper games, Turns turns, BooleanSupplier draining) {
        this.books = books;
        this.games = games;
        this.turns = turns;
        this.draining = draining;
    }

    /** Does something on the lobby's thread; any thread. */
    public <T> CompletableFuture<T> inTurn(Supplier<T> work) {
        return turns.get(work);
    }

    /** Oldest first. */
    public Collection<TournamentFile> all() {
        return books.tournaments();
    }

    public Optional<TournamentFile> find(TournamentId id) {
        return books.tournament(id);
    }

    /** The id of the next tournament; never one that was given before. */
    public TournamentId nextId() {
        return new TournamentId(books.tournaments().size() + 1);
    }

    /** Stores a fact, which must be possible; then it is one. */
    public void note(TournamentId id, Fact fact) {
        books.tournamentMoved(id, fact);
    }

    /** An act of the admin, before it is done. */
    public void acted(String by, String what) {
        books.adminActed(by, what, null);
    }

    public GameTime now() {
        return books.now();
    }

    /** Whether the server goes down. */
    public boolean isDraining() {
        return draining.getAsBoolean();
    }

    /** Opens the game of a bout; empty: as many games are open as can be. */
    public Optional<OpenGame> open(NewGame wanted, BoutOf bout) {
        return games.running().size() >= Lobby.GAMES_OPEN_MAX
                ? Optional.empty()
                : Optional.of(games.open(wanted, bout));
    }

    /**
     * A game whose end is still to be told. One that goes on after a restart may end before anybody asks to be told: it
     * is one of the {@link #past}.
     */
    public Optional<OpenGame> find(GameId game) {
        return games.find(game).filter(_ -> books.isUnfinished(game));
    }

    /** How a game ended whose end was told; empty: it is not there, or nobody can tell. */
    public Optional<GameOver> past(GameId game) {
        return games.past(game);
    }

    /** An act of the server itself. */
    public void act(OpenGame game, RefereeAct act) {
        games.tell(game, act);
    }

    /** Is told of every game that is over, after the lobby's journal has it. */
    public void onOver(Consumer<GameOver> follower) {
        games.onOver(follower);
    }
}
