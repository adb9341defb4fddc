package io.botpit.game.pairing;

import io.botpit.game.random.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A round of a Swiss tournament at tables of several: those with equal points sit together, each group dealt forwards and
 * backwards by rating; then neighbouring tables swap seats as long as that saves repeated meetings, bots of one owner
 * at one table, and differences of points.
 */
public final class SwissTables {
    private static final int TRIES = 10;
    private static final double REPEATED = 1_000;
    private static final double SAME_OWNER = 200;
    private static final double SPREAD = 10;
    private static final Comparator<Contender> BEST_FIRST = Comparator.comparingDouble(Contender::points)
            .thenComparingDouble(Contender::rating)
            .reversed()
            .thenComparingInt(Contender::seat);

    private final List<Contender> order;
    private final int[] sizes;

    private SwissTables(List<Contender> contenders, int size) {
        this.order = contenders.stream().sorted(BEST_FIRST).toList();
        this.sizes = Seating.sizes(order.size(), size);
    }

    /**
     * The tables of a round, the best first, each with the seats of the contenders in an order by lot. Where the field does not fill
     * them they are of two sizes, one apart.
     *
     * @param contenders who plays the round
     * @param size of a table at most
     */
    public static List<List<Integer>> round(List<Contender> contenders, int size, Dice dice) {
        SwissTables tables = new SwissTables(contenders, size);
        Seating seating = Seating.best(TRIES, () -> tables.seated(dice));
        return seating.tables().stream()
                .map(table -> dice.shuffled(
                        table.stream().map(i -> tables.order.get(i).seat()).toList()))
                .toList();
    }

    private Seating seated(Dice dice) {
        Seating seating = new Seating(sizes, costs(), levels());
        seating.sit(dealt());
        seating.improve(1, dice);
        return seating;
    }

    private double[][] costs() {
        double[][] costs = new double[order.size()][order.size()];
        for (int i = 0; i < order.size(); i++) {
            for (int j = 0; j < order.size(); j++) {
                Contender one = order.get(i);
                Contender other = order.get(j);
                costs[i][j] = REPEATED * one.timesMet(other) + (one.owner() == other.owner() ? SAME_OWNER : 0);
            }
        }
        return costs;
    }

    private double[] levels() {
        return order.stream().mapToDouble(one -> SPREAD * one.points()).toArray();
    }

    /** The places of the order, table after table. */
    private int[] dealt() {
        List<List<Integer>> tables = new ArrayList<>();
        for (int _ : sizes) {
            tables.add(new ArrayList<>());
        }
        int from = 0;
        while (from < order.size()) {
            int to = from;
            while (to < order.size()
                    && order.get(to).points() == order.get(from).points()) {
                to++;
            }
            deal(from, to, tables);
            from = to;
        }
        return tables.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
    }

    /** Deals a group to the tables where its places are, there and back, over those that still have a seat for it. */
    private void deal(int from, int to, List<List<Integer>> tables) {
        int[] free = shares(to - from, tables);
        int table = 0;
        int step = 1;
        for (int i = from; i < to; i++) {
            while (table < 0 || table == free.length || free[table] == 0) {
                if (table < 0 || table == free.length) {
                    step = -step;
                }
                table += step;
            }
            free[table]--;
            tables.get(table).add(i);
            table += step;
        }
    }

    /** How many of a group sit at each table: the tables are filled from the first on. */
    private int[] shares(int group, List<List<Integer>> tables) {
        int[] shares = new int[sizes.length];
        int left = group;
        for (int i = 0; i < sizes.length; i++) {
            shares[i] = Math.min(left, sizes[i] - tables.get(i).size());
            left -= shares[i];
        }
        return shares;
    }
}
