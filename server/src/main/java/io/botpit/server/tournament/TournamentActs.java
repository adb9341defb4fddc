package io.botpit.server.tournament;

import io.botpit.game.tournament.Plan;
import io.botpit.game.tournament.TournamentId;
import java.util.concurrent.CompletableFuture;

/** What the admin may do with tournaments; {@code by} says who, with the address. Any thread. */
public interface TournamentActs {
    CompletableFuture<TournamentId> create(String by, Plan plan);

    /** Starts with those who are there. */
    CompletableFuture<Verdict> start(String by, TournamentId id);

    CompletableFuture<Verdict> cancel(String by, TournamentId id, String why);

    /** Takes somebody out of the draw; a bout that he plays goes on. */
    CompletableFuture<Verdict> withdraw(String by, TournamentId id, String name);

    /** Lets somebody in, connected or not. */
    CompletableFuture<Verdict> enter(String by, TournamentId id, String name);
}
