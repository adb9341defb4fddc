package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import io.botpit.game.tournament.TournamentView.Meetings;
import io.botpit.game.tournament.TournamentView.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes a picture of a tournament. For one use. */
final class Look {
    private final Tournament tournament;
    private final History history;
    private final @Nullable Draw draw;

    Look(Tournament tournament, History history, @Nullable Draw draw) {
        this.tournament = tournament;
        this.history = history;
        this.draw = draw;
    }

    TournamentView view() {
        Bracket bracket = bracket();
        return new TournamentView(
                history.round(),
                tournament.rounds(),
                field(),
                standings(),
                groups(),
                bracket == null ? List.of() : bracket.series(),
                bracket == null ? 0 : bracket.rounds() - bracket.series().size() + 1,
                points(),
                meetings());
    }

    private SortedMap<Integer, List<Fraction>> points() {
        SortedMap<Integer, List<Fraction>> points = new TreeMap<>();
        for (Bout.Stage stage : Bout.Stage.values()) {
            Scorebook book = history.scorebook(stage);
            for (Bout bout : book.bouts()) {
                points.put(
                        bout.number(),
                        bout.seats().stream()
                                .map(seat -> book.line(seat, bout).points())
                                .toList());
            }
        }
        return points;
    }

    List<Member> field() {
        Field field = history.field();
        return field.entrants().stream()
                .map(entrant -> new Member(
                        entrant,
                        field.seedOf(entrant.player()),
                        field.isCheckedIn(entrant.player()),
                        field.state(entrant.player()),
                        field.version(entrant.player())))
                .sorted(Comparator.comparing(Member::seed, Comparator.nullsLast(Comparator.<Integer>naturalOrder())))
                .toList();
    }

    /** Of all who were ever drawn. */
    private List<TournamentStanding> standings() {
        Draw drawing = draw;
        if (drawing == null) {
            return List.of();
        }
        if (drawing instanceof TableBracket tables) {
            return tables.standings();
        }
        return new Ranking(history, history.scorebook(countingStage()), drawing::reached)
                .table(history.field().seeding());
    }

    /** Behind the groups only how far one comes counts. */
    private Bout.Stage countingStage() {
        return switch (history.plan().format()) {
            case Format.Groups _ -> Bout.Stage.GROUP;
            case Format.Knockout _, Format.KnockoutTables _ -> Bout.Stage.KNOCKOUT;
            case Format.RoundRobin _, Format.Tables _, Format.SwissDuels _, Format.SwissTables _, Format.Window _ ->
                Bout.Stage.MAIN;
        };
    }

    private List<TournamentView.Group> groups() {
        return switch (draw) {
            case GroupDraw groups -> groups.view();
            case TableBracket tables -> tables.view();
            case Bracket _, RoundDraw _, WindowDraw _ -> List.of();
            case null -> List.of();
        };
    }

    private @Nullable Bracket bracket() {
        return switch (draw) {
            case Bracket bracket -> bracket;
            case GroupDraw groups -> groups.bracket();
            case RoundDraw _, TableBracket _, WindowDraw _ -> null;
            case null -> null;
        };
    }

    private @Nullable Meetings meetings() {
        List<PlayerId> field = history.field().seeding();
        if (field.size() < 2 || !(draw instanceof RoundDraw || draw instanceof WindowDraw)) {
            return null;
        }
        int[][] met = new int[field.size()][field.size()];
        for (Bout bout : history.bouts(Bout::isOver)) {
            List<Integer> seats = bout.seats().stream().map(field::indexOf).toList();
            for (int one : seats) {
                for (int other : seats) {
                    met[one][other]++;
                }
            }
        }
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            for (int j = i + 1; j < met.length; j++) {
                counts.add(met[i][j]);
            }
        }
        return new Meetings(
                counts.stream().mapToInt(Integer::intValue).min().orElse(0),
                counts.stream().mapToInt(Integer::intValue).max().orElse(0));
    }
}
