package io.botpit.server.tournament;

import io.botpit.game.tournament.TournamentId;
import io.botpit.protocol.rest.BoutList;
import io.botpit.protocol.rest.TournamentDetail;
import io.botpit.protocol.rest.TournamentExport;
import io.botpit.protocol.rest.TournamentList;
import io.botpit.protocol.rest.TournamentStandings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the REST interface shows of tournaments. Any thread; empty: there is no such tournament. */
public interface TournamentReads {
    /**
     * Those that are not over first, newest first.
     *
     * @param after how many rows to leave out
     */
    CompletableFuture<TournamentList> list(long after, int limit);

    CompletableFuture<Optional<TournamentDetail>> detail(TournamentId id);

    CompletableFuture<Optional<TournamentStandings>> standings(TournamentId id);

    CompletableFuture<Optional<BoutList>> bouts(TournamentId id);

    /** The inner one is empty as long as the tournament goes on. */
    CompletableFuture<Optional<Optional<TournamentExport>>> export(TournamentId id);
}
