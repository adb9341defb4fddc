package io.botpit.persistence;

import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Bout;
import io.botpit.game.tournament.Bout.State;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.Results;
import io.botpit.game.tournament.Showing;
import io.botpit.game.tournament.StandingsText;
import io.botpit.game.tournament.Tournament;
import io.botpit.game.tournament.TournamentId;
import io.botpit.persistence.journal.BehaviorUnknown;
import io.botpit.persistence.journal.GameEnd;
import io.botpit.persistence.journal.JournalDamaged;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.LobbyRecord.TournamentMoved;
import io.botpit.persistence.journal.ReplayDiffers;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Computes the standings of all tournaments anew: the result of each bout from the journal of its game, and not from the
 * lobby, which noted it. Compares them with the standings of what was noted, byte for byte. A game of another behaviour
 * version cannot be played again: its result is taken as noted, and counted. Writes nothing. For one thread, while no server
 * runs on the journals.
 */
public final class StandingCheck {
    private final Path folder;
    private final Journals journals;
    private final Map<TournamentId, Both> tournaments = new LinkedHashMap<>();
    private long unchecked;

    /** @param folder of the journals */
    public StandingCheck(Path folder) {
        this.folder = folder;
        this.journals = new Journals(folder);
    }

    /** As it was noted, and as it follows from the games. */
    private record Both(Told noted, Told computed) {}

    /** A tournament as far as its facts can follow each other. */
    private static final class Told {
        private final Tournament tournament;

        /** Why the next one cannot; null: all can. */
        private @Nullable String contradiction;

        Told(TournamentId id, Fact.Created first) {
            tournament = new Tournament(id, first.plan());
        }

        void apply(GameTime at, Function<Tournament, Fact> next) {
            if (contradiction == null) {
                try {
                    tournament.apply(next.apply(tournament), at);
                } catch (InvariantBroken broken) {
                    contradiction = broken.getMessage();
                }
            }
        }

        /** @param whose of whom a contradiction is: one in what was noted never equals what should have been */
        List<String> lines(String whose) {
            List<String> lines = new ArrayList<>(StandingsText.lines(tournament));
            if (contradiction != null) {
                lines.add(whose + " " + contradiction);
            }
            return lines;
        }
    }

    /**
     * Computes and compares; takes as long as all games of tournaments take to be played again.
     *
     * @param text is given every line of the standings as they are computed
     */
    public Recomputed compare(Consumer<String> text) {
        for (LobbyRecord entry : LobbyJournal.readOnly(folder)) {
            if (entry instanceof TournamentMoved moved) {
                take(moved);
            }
        }
        List<String> noted = new ArrayList<>();
        List<String> computed = new ArrayList<>();
        for (Both both : tournaments.values()) {
            noted.addAll(both.noted.lines("noted contradiction"));
            computed.addAll(both.computed.lines("contradiction"));
        }
        RatingSheet.Digest digest = new RatingSheet.Digest();
        computed.forEach(line -> {
            digest.add(line);
            text.accept(line);
        });
        return new Recomputed(digest.lines(), digest.hex(), unchecked, Recomputed.difference(noted, computed));
    }

    private void take(TournamentMoved moved) {
        if (moved.fact() instanceof Fact.Created first) {
            TournamentId id = moved.tournament();
            tournaments.put(id, new Both(new Told(id, first), new Told(id, first)));
            return;
        }
        Both both = tournaments.get(moved.tournament());
        if (both == null) {
            throw new InvariantBroken("tournament " + moved.tournament() + " goes on and was never created");
        }
        both.noted.apply(moved.at(), _ -> moved.fact());
        both.computed.apply(moved.at(), tournament -> computed(moved.fact(), tournament));
    }

    /** What should have been noted of a game that is over. */
    private Fact computed(Fact noted, Tournament tournament) {
        return switch (noted) {
            case Fact.BoutPlayed(var number, var _) -> result(tournament, number, noted);
            case Fact.BoutVoided(var number, var _) -> result(tournament, number, noted);
            case Fact.Created _,
                    Fact.Entered _,
                    Fact.CheckedIn _,
                    Fact.Withdrawn _,
                    Fact.Started _,
                    Fact.BoutOpened _,
                    Fact.NoShow _,
                    Fact.Woke _,
                    Fact.Cancelled _ -> noted;
        };
    }

    private Fact result(Tournament tournament, int number, Fact noted) {
        List<Bout> bouts = tournament.bouts();
        if (number < 1 || number > bouts.size()) {
            throw new InvariantBroken("there is no bout " + number);
        }
        Bout bout = bouts.get(number - 1);
        if (!(bout.state() instanceof State.Open(var game, var missing))) {
            throw new InvariantBroken("bout " + number + " has a result and is not open");
        }
        GameEnd end;
        try {
            end = end(game);
        } catch (BehaviorUnknown _) {
            unchecked++;
            return noted;
        }
        boolean counts = end.cause() != null && end.cause() != EndCause.SHUTDOWN;
        if (!counts && noted instanceof Fact.BoutVoided) {
            return noted;
        }
        List<Showing> showings = counts ? Results.of(bout, end.finish(), missing) : undecided(bout, missing);
        return new Fact.BoutPlayed(number, wasMeasured(noted) ? showings : unmeasured(showings));
    }

    /** Results that were noted before anybody looked at drawdowns have none. */
    private static boolean wasMeasured(Fact noted) {
        return !(noted instanceof Fact.BoutPlayed(var _, var showings))
                || showings.stream().anyMatch(showing -> showing.drawdown() != Showing.UNMEASURED);
    }

    private static List<Showing> unmeasured(List<Showing> showings) {
        return showings.stream()
                .map(showing -> new Showing(showing.place(), showing.score(), Showing.UNMEASURED, showing.absent()))
                .toList();
    }

    private static List<Showing> undecided(Bout bout, List<PlayerId> missing) {
        if (bout.seats().size() - missing.size() > 1) {
            throw new InvariantBroken("bout " + bout.number() + " has a result and its game has none");
        }
        return Results.withoutGame(bout, missing);
    }

    /** {@link BehaviorUnknown} where this engine cannot say. */
    private GameEnd end(GameId game) {
        if (!journals.exists(game)) {
            return GameEnd.ofVoid("its journal is lost");
        }
        try (JournalReader journal = journals.read(game)) {
            return GameEnd.of(journal).orElseGet(() -> GameEnd.ofVoid("it goes on"));
        } catch (ReplayDiffers | JournalDamaged | UncheckedIOException fault) {
            return GameEnd.ofVoid(String.valueOf(fault.getMessage()));
        }
    }
}
