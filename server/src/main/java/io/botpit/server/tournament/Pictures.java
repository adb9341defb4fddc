package io.botpit.server.tournament;

import io.botpit.game.tournament.TournamentId;
import io.botpit.protocol.rest.BoutList;
import io.botpit.protocol.rest.TournamentDetail;
import io.botpit.protocol.rest.TournamentExport;
import io.botpit.protocol.rest.TournamentList;
import io.botpit.protocol.rest.TournamentRow;
import io.botpit.protocol.rest.TournamentStandings;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.TournamentBooks;
import io.botpit.server.lobby.TournamentFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Pictures of tournaments. Any thread asks; the lobby's draws, once for each new fact, however many ask. */
public final class Pictures implements TournamentReads {
    /** Pictures kept; the one that was not asked for the longest goes first. */
    private static final int KEPT_MAX = 64;

    private final TournamentBooks books;
    /** Lobby's thread only. */
    private final SequencedMap<TournamentId, Picture> pictures = new LinkedHashMap<>(KEPT_MAX, 0.75f, true);

    private record Picture(int facts, List<String> phases, Showcase showcase) {
        /** Games of a tournament that was cancelled end a little later than it. */
        boolean isMoving() {
            return phases.contains("running");
        }
    }

    public Pictures(ArenaLobby lobby) {
        this.books = lobby.tournaments();
    }

    @Override
    public CompletableFuture<TournamentList> list(long after, int limit) {
        return books.inTurn(() -> {
            List<TournamentFile> files = new ArrayList<>(books.all()).reversed();
            List<TournamentRow> rows = files.stream()
                    .sorted(Comparator.comparing(
                            file -> file.tournament().phase().isOver()))
                    .skip(after)
                    .limit(limit)
                    .map(file -> showcase(file).row())
                    .toList();
            return new TournamentList(rows);
        });
    }

    @Override
    public CompletableFuture<Optional<TournamentDetail>> detail(TournamentId id) {
        return shown(id, Showcase::detail);
    }

    @Override
    public CompletableFuture<Optional<TournamentStandings>> standings(TournamentId id) {
        return shown(id, Showcase::standings);
    }

    @Override
    public CompletableFuture<Optional<BoutList>> bouts(TournamentId id) {
        return shown(id, Showcase::bouts);
    }

    @Override
    public CompletableFuture<Optional<Optional<TournamentExport>>> export(TournamentId id) {
        return shown(id, Showcase::export);
    }

    private <T> CompletableFuture<Optional<T>> shown(TournamentId id, Function<Showcase, T> what) {
        return books.inTurn(() -> books.find(id).map(this::showcase).map(what));
    }

    private Showcase showcase(TournamentFile file) {
        Picture known = pictures.get(file.tournament().id());
        if (known != null
                && known.facts() == file.facts()
                && file.tournament().phase().isOver()
                && !known.isMoving()) {
            return known.showcase();
        }
        List<String> phases = BoutPhases.of(file.tournament(), books);
        if (known != null && known.facts() == file.facts() && known.phases().equals(phases)) {
            return known.showcase();
        }
        Showcase fresh = new Showcase(file, phases);
        pictures.put(file.tournament().id(), new Picture(file.facts(), phases, fresh));
        if (pictures.size() > KEPT_MAX) {
            pictures.pollFirstEntry();
        }
        return fresh;
    }
}
