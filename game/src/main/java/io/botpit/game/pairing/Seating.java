package io.botpit.game.pairing;

import io.botpit.game.random.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who sits where in one round, made better by swaps of two seats between tables. For one thread. */
final class Seating {
    /** Sums of costs differ by less only where they are equal. */
    private static final double NOTHING = 1e-9;

    private final int[][] tables;
    private final double[][] pairs;
    private final double[] levels;

    /**
     * @param pairs what it costs to let two sit together, the same both ways
     * @param levels a table costs as much as its highest is above its lowest
     */
    Seating(int[] sizes, double[][] pairs, double[] levels) {
        this.tables = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        this.pairs = pairs;
        this.levels = levels;
    }

    /** The sizes of as few tables as can be, the larger ones first. */
    static int[] sizes(int field, int size) {
        int tables = (field + size - 1) / size;
        int[] sizes = new int[tables];
        for (int i = 0; i < tables; i++) {
            sizes[i] = field / tables + (i < field % tables ? 1 : 0);
        }
        return sizes;
    }

    /** The cheapest of several. */
    static Seating best(int tries, Supplier<Seating> maker) {
        return Stream.generate(maker)
                .limit(tries)
                .min(Comparator.comparingDouble(Seating::cost))
                .orElseThrow();
    }

    /** Fills the tables one after the other. */
    void sit(int[] seats) {
        int next = 0;
        for (int[] table : tables) {
            System.arraycopy(seats, next, table, 0, table.length);
            next += table.length;
        }
    }

    List<List<Integer>> tables() {
        return Arrays.stream(tables)
                .map(table -> Arrays.stream(table).boxed().toList())
                .toList();
    }

    double cost() {
        double cost = 0;
        for (int[] table : tables) {
            cost += spread(table);
            for (int i = 0; i < table.length; i++) {
                for (int j = 0; j < i; j++) {
                    cost += pairs[table[i]][table[j]];
                }
            }
        }
        return cost;
    }

    /**
     * Swaps as long as that saves anything.
     *
     * @param reach how many tables two seats may be apart
     */
    void improve(int reach, Dice dice) {
        List<int[]> neighbours = new ArrayList<>();
        for (int one = 0; one < tables.length; one++) {
            for (int other = one + 1; other < tables.length && other <= one + reach; other++) {
                neighbours.add(new int[] {one, other});
            }
        }
        boolean better = true;
        while (better) {
            better = false;
            for (int[] two : dice.shuffled(neighbours)) {
                better |= improve(tables[two[0]], tables[two[1]]);
            }
        }
    }

    private boolean improve(int[] one, int[] other) {
        boolean better = false;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length; j++) {
                if (saving(one, i, other, j) > NOTHING) {
                    swap(one, i, other, j);
                    better = true;
                }
            }
        }
        return better;
    }

    private double saving(int[] one, int i, int[] other, int j) {
        double before = spread(one) + spread(other) + company(one, i, one[i]) + company(other, j, other[j]);
        double pairsAfter = company(one, i, other[j]) + company(other, j, one[i]);
        swap(one, i, other, j);
        double after = spread(one) + spread(other) + pairsAfter;
        swap(one, i, other, j);
        return before - after;
    }

    /** What a seat costs in a place of a table. */
    private double company(int[] table, int place, int seat) {
        double cost = 0;
        for (int i = 0; i < table.length; i++) {
            if (i != place) {
                cost += pairs[seat][table[i]];
            }
        }
        return cost;
    }

    private double spread(int[] table) {
        double low = levels[table[0]];
        double high = low;
        for (int seat : table) {
            low = Math.min(low, levels[seat]);
            high = Math.max(high, levels[seat]);
        }
        return high - low;
    }

    private static void swap(int[] one, int i, int[] other, int j) {
        int seat = one[i];
        one[i] = other[j];
        other[j] = seat;
    }
}
