package io.botpit.game.tournament;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.pairing.SnakeGroups;
import io.botpit.game.tournament.Bout.Spot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A knock-out at tables: the better half of each goes on, until one is left. Tables do not wait for each other; the next
 * round begins when all of them are done.
 */
final class TableBracket implements Draw {
    private final History history;
    private final Format.KnockoutTables format;
    private final List<List<Table>> rounds = new ArrayList<>();

    /**
     * Those who play with each other in a round.
     *
     * @param bouts how many of them they play
     * @param seats strongest first
     * @param lost who withdrew, or missed too many bouts: out, and behind the others
     */
    private record Table(int round, int number, int bouts, List<PlayerId> seats, Set<PlayerId> lost) {
        List<PlayerId> racing() {
            return seats.stream().filter(player -> !lost.contains(player)).toList();
        }

        boolean has(Bout bout) {
            return bout.spot().round() == round && bout.spot().table() == number;
        }
    }

    TableBracket(History history, Format.KnockoutTables format) {
        this.history = history;
        this.format = format;
        seat(history.field().drawn());
    }

    /** The best come to different tables, and so do bots of one owner. */
    private void seat(List<PlayerId> field) {
        int round = rounds.size() + 1;
        int bouts = format.bouts(field.size());
        List<Table> tables = new ArrayList<>();
        for (List<Integer> seats : SnakeGroups.into(format.tables(field.size()), Draws.owners(history, field))) {
            tables.add(new Table(round, tables.size() + 1, bouts, Rota.seated(seats, field), new LinkedHashSet<>()));
        }
        rounds.add(tables);
    }

    @Override
    public List<Draft> next(GameTime now) {
        List<Table> round = rounds.getLast();
        round.forEach(this::dismissLosers);
        List<Draft> drafts = round.stream().filter(this::isDue).map(this::draft).toList();
        if (!drafts.isEmpty() || isFinal(round) || !history.isSettled()) {
            return drafts;
        }
        for (Table table : round) {
            ranking(table).order(table.racing()).stream().skip(goOn(table)).forEach(this::dismiss);
        }
        seat(history.field().drawn());
        return next(now);
    }

    @Override
    public boolean isOver(GameTime now) {
        return isFinal(rounds.getLast()) && history.isSettled();
    }

    @Override
    public Integer rounds() {
        int field = rounds.getLast().stream()
                .mapToInt(table -> table.seats().size())
                .sum();
        return rounds.size() - 1 + format.rounds(field);
    }

    /** Two for each round, and one less for who lost his last one before its end. */
    @Override
    public Fraction reached(PlayerId player) {
        long reached = 0;
        for (List<Table> round : rounds) {
            for (Table table : round) {
                if (table.seats().contains(player)) {
                    reached += table.lost().contains(player) ? 1 : 2;
                }
            }
        }
        return Fraction.of(reached, 1);
    }

    /** Those who came as far as each other by their results of that round. */
    List<TournamentStanding> standings() {
        List<TournamentStanding> standings = List.of();
        List<PlayerId> further = new ArrayList<>();
        for (List<Table> round : rounds.reversed()) {
            List<PlayerId> ended = round.stream()
                    .flatMap(table -> table.seats().stream())
                    .filter(player -> !further.contains(player))
                    .toList();
            Scorebook book = history.scorebook(bout -> round.stream().anyMatch(table -> table.has(bout)));
            standings = new Ranking(history, book, this::reached).table(standings, ended);
            further.addAll(ended);
        }
        return standings;
    }

    /** All tables that were seated, the first round first. */
    List<TournamentView.Group> view() {
        return rounds.stream()
                .flatMap(round -> round.stream()
                        .filter(table -> !table.seats().isEmpty())
                        .map(table -> view(table, isFinal(round))))
                .toList();
    }

    private TournamentView.Group view(Table table, boolean isFinal) {
        return new TournamentView.Group(
                "" + table.number(),
                table.round(),
                isFinal ? 0 : goOn(table),
                ranking(table).table(table.seats()));
    }

    private static boolean isFinal(List<Table> round) {
        return round.size() == 1;
    }

    /** Half of those who sat down, the odd one among them, or all who are left. */
    private static int goOn(Table table) {
        return Math.min(
                Format.KnockoutTables.goOn(table.seats().size()), table.racing().size());
    }

    private Ranking ranking(Table table) {
        return new Ranking(
                history,
                history.scorebook(table::has),
                player -> table.lost().contains(player) ? Fraction.ZERO : Fraction.ONE);
    }

    /** Whoever withdrew, or missed two bouts: of this table, or running. */
    private void dismissLosers(Table table) {
        for (PlayerId player : table.racing()) {
            if (!history.field().isIn(player) || missed(table, player) >= Series.ABSENCES_LOSE) {
                table.lost().add(player);
                dismiss(player);
            }
        }
    }

    private void dismiss(PlayerId player) {
        history.field().leave(player, EntrantState.OUT);
    }

    private long missed(Table table, PlayerId player) {
        return bouts(table).stream()
                .filter(bout -> bout.isOver() && bout.showing(player).absent())
                .count();
    }

    private List<Bout> bouts(Table table) {
        return history.bouts(table::has);
    }

    /** Whether two at least go on playing, and nothing is being played. */
    private boolean isDue(Table table) {
        List<Bout> bouts = bouts(table);
        return bouts.size() < table.bouts()
                && table.racing().size() > 1
                && bouts.stream().allMatch(Bout::isOver);
    }

    private Draft draft(Table table) {
        int game = bouts(table).size() + 1;
        Spot spot = new Spot(Bout.Stage.KNOCKOUT, table.round(), table.number(), game);
        return new Draft(spot, Rota.rotated(table.racing(), game - 1), false);
    }
}
