package io.botpit.game.pairing;

import io.botpit.game.random.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tables at which each meets each other about equally often. Where a whole {@link Design} fits it is taken, and the
 * meetings are exactly equal; the rounds that are left are searched for, one after the other.
 */
public final class BalancedTables {
    private static final int STARTS = 30;

    private final int field;
    private final int size;
    private final Dice dice;
    /** What it costs to let two meet: 2m + 1 where they met m times, which makes the squares of all meetings least. */
    private final double[][] costs;

    private BalancedTables(int field, int size, Dice dice) {
        this.field = field;
        this.size = size;
        this.dice = dice;
        this.costs = new double[field][field];
        for (double[] row : costs) {
            Arrays.fill(row, 1);
        }
    }

    /**
     * The tables of all rounds. Where the field does not fill them they are of two sizes, one apart.
     *
     * @param field how many seats there are
     * @param size of a table at most
     */
    public static List<List<List<Integer>>> rounds(int field, int size, int rounds, Dice dice) {
        BalancedTables tables = new BalancedTables(field, size, dice);
        List<List<List<Integer>>> all = new ArrayList<>();
        for (List<List<Integer>> round : Design.rounds(field, size, rounds, dice)) {
            all.add(tables.met(round));
        }
        while (all.size() < rounds) {
            all.add(tables.met(tables.next()));
        }
        return all;
    }

    private List<List<Integer>> next() {
        return Seating.best(STARTS, this::start).tables();
    }

    private Seating start() {
        Seating seating = new Seating(Seating.sizes(field, size), costs, new double[field]);
        seating.sit(dice.permutation(field));
        seating.improve(field, dice);
        return seating;
    }

    /** Counts who met, and seats each table by lot, so that no one has the first seat more often than chance gives it. */
    private List<List<Integer>> met(List<List<Integer>> round) {
        for (List<Integer> table : round) {
            for (int one : table) {
                table.stream().filter(other -> other != one).forEach(other -> costs[one][other] += 2);
            }
        }
        return round.stream().map(dice::shuffled).toList();
    }
}
