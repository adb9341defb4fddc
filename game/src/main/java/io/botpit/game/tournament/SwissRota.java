package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import io.botpit.game.pairing.Contender;
import io.botpit.game.pairing.SwissDuels;
import io.botpit.game.pairing.SwissTables;
import io.botpit.game.random.Dice;
import io.botpit.game.tournament.Scorebook.Line;
import java.util.ArrayList;
import java.util.List;

/** Those with equal points meet; every round is drawn from the results before it. */
final class SwissRota implements Rota {
    private static final int FLOAT_MEMORY = 2;

    private final History history;
    private final int size;
    private final int rounds;

    /**
     * For the field as it is seeded.
     *
     * @param size of a table; 2: duels
     * @param rounds 0: as many as it takes until one of the field can have won all, and one more for duels, two more else
     */
    SwissRota(History history, int size, int rounds) {
        this.history = history;
        this.size = size;
        this.rounds = rounds > 0 ? rounds : roundsFor(history.field().seeding().size(), size);
    }

    private static int roundsFor(int field, int size) {
        int rounds = size == 2 ? 1 : 2;
        for (int alike = 1; alike < field; alike *= size) {
            rounds++;
        }
        return rounds;
    }

    @Override
    public int rounds() {
        return rounds;
    }

    @Override
    public List<List<PlayerId>> tables(int round) {
        List<PlayerId> field = history.field().seeding();
        List<Contender> contenders = contenders(field, round);
        List<List<Integer>> tables = size == 2
                ? SwissDuels.round(contenders)
                : SwissTables.round(
                        contenders,
                        size,
                        new Dice(history.plan().seed()).split("round").split(round));
        return tables.stream().map(table -> Rota.seated(table, field)).toList();
    }

    /** Those who are drawn now. */
    private List<Contender> contenders(List<PlayerId> field, int round) {
        Scorebook book = history.scorebook(Bout.Stage.MAIN);
        int[] owners = Draws.owners(history, history.field().seeding());
        List<Contender> contenders = new ArrayList<>();
        for (int seat = 0; seat < field.size(); seat++) {
            PlayerId player = field.get(seat);
            if (history.field().isIn(player)) {
                List<Line> lines = book.of(player);
                contenders.add(new Contender(
                        seat,
                        owners[seat],
                        points(player, book, round).toDouble(),
                        -seat,
                        met(player, lines, field),
                        (int) lines.stream()
                                .filter(line -> line.bout().seats().getFirst().equals(player))
                                .count(),
                        lines.stream().anyMatch(SwissRota::isFree),
                        lines.stream().anyMatch(line -> isFloat(line, player, book, round))));
            }
        }
        return contenders;
    }

    /** Before a round. */
    private Fraction points(PlayerId player, Scorebook book, int round) {
        return history.field()
                .bonus(player)
                .plus(Fraction.sum(book.of(player).stream()
                        .filter(line -> line.bout().spot().round() < round)
                        .map(Line::points)
                        .toList()));
    }

    private static List<Integer> met(PlayerId player, List<Line> lines, List<PlayerId> field) {
        return lines.stream()
                .flatMap(line -> line.bout().seats().stream())
                .filter(seat -> !seat.equals(player))
                .map(field::indexOf)
                .toList();
    }

    /** A win without an opponent. */
    private static boolean isFree(Line line) {
        return !line.showing().absent()
                && line.bout().showings().stream()
                                .filter(showing -> !showing.absent())
                                .count()
                        == 1;
    }

    /** Against somebody with fewer points, lately. */
    private boolean isFloat(Line line, PlayerId player, Scorebook book, int round) {
        int when = line.bout().spot().round();
        if (when < round - FLOAT_MEMORY) {
            return false;
        }
        Fraction own = points(player, book, when);
        return line.bout().seats().stream()
                .anyMatch(seat -> points(seat, book, when).compareTo(own) < 0);
    }
}
