package io.botpit.server.http;

import io.botpit.game.tournament.Plan;
import io.botpit.game.tournament.TournamentId;
import io.botpit.protocol.rest.BoutList;
import io.botpit.protocol.rest.TournamentDetail;
import io.botpit.protocol.rest.TournamentExport;
import io.botpit.protocol.rest.TournamentList;
import io.botpit.protocol.rest.TournamentStandings;
import io.botpit.server.tournament.TournamentActs;
import io.botpit.server.tournament.TournamentDoor;
import io.botpit.server.tournament.TournamentReads;
import io.botpit.server.tournament.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A server without tournaments. */
final class NoTournaments implements TournamentActs, TournamentReads {
    static final TournamentDoor DOOR = new TournamentDoor(new NoTournaments(), new NoTournaments());

    @Override
    public CompletableFuture<TournamentId> create(String by, Plan plan) {
        return CompletableFuture.completedFuture(new TournamentId(1));
    }

    @Override
    public CompletableFuture<Verdict> start(String by, TournamentId id) {
        return unknown();
    }

    @Override
    public CompletableFuture<Verdict> cancel(String by, TournamentId id, String why) {
        return unknown();
    }

    @Override
    public CompletableFuture<Verdict> withdraw(String by, TournamentId id, String name) {
        return unknown();
    }

    @Override
    public CompletableFuture<Verdict> enter(String by, TournamentId id, String name) {
        return unknown();
    }

    @Override
    public CompletableFuture<TournamentList> list(long after, int limit) {
        return CompletableFuture.completedFuture(new TournamentList(List.of()));
    }

    @Override
    public CompletableFuture<Optional<TournamentDetail>> detail(TournamentId id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<TournamentStandings>> standings(TournamentId id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<BoutList>> bouts(TournamentId id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<Optional<TournamentExport>>> export(TournamentId id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    private static CompletableFuture<Verdict> unknown() {
        return CompletableFuture.completedFuture(new Verdict.Unknown());
    }
}
