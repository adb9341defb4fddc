package io.botpit.game.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A round of a Swiss tournament of duels, after the basic rules of FIDE C.04.1: nobody meets twice while that can be
 * avoided, equal points meet, and in each group of equal points the upper half meets the lower half. The cheapest
 * pairing is found exactly, so that the same facts always give the same pairs, and each can be explained by its cost.
 */
public final class SwissDuels {
    /** More than any round without a second meeting can cost. */
    private static final long FORBIDDEN = 1L << 44;

    private static final long MET = 1_000_000;
    private static final long HALF_POINT_SQUARED = 10_000;
    private static final long FLOATED_AGAIN = 100;
    private static final Comparator<Contender> BEST_FIRST = Comparator.comparingLong(Contender::halves)
            .thenComparingDouble(Contender::rating)
            .reversed()
            .thenComparingInt(Contender::seat);

    private final List<Contender> order;
    private final long[][] costs;

    private SwissDuels(List<Contender> order) {
        this.order = order;
        this.costs = costs();
    }

    /**
     * The pairs of a round, the best first, each with the seat first that had the first place less often. With an odd
     * number one sits alone at the last table: the lowest who may, which is who never had a bye and whose absence lets all
     * others meet for the first time.
     *
     * @param contenders who plays the round
     */
    public static List<List<Integer>> round(List<Contender> contenders) {
        List<Contender> order = contenders.stream().sorted(BEST_FIRST).toList();
        if (order.size() % 2 == 0) {
            return new SwissDuels(order).tables();
        }
        Contender bye = bye(order);
        List<List<Integer>> tables = new ArrayList<>(new SwissDuels(without(order, bye)).tables());
        tables.add(List.of(bye.seat()));
        return tables;
    }

    private static Contender bye(List<Contender> order) {
        List<Contender> lowestFirst = order.reversed();
        List<Contender> entitled =
                lowestFirst.stream().filter(one -> !one.hadBye()).toList();
        List<Contender> candidates = entitled.isEmpty() ? lowestFirst : entitled;
        return candidates.stream()
                .filter(one -> new SwissDuels(without(order, one)).allMeetAnew())
                .findFirst()
                .orElse(candidates.getFirst());
    }

    private static List<Contender> without(List<Contender> order, Contender one) {
        return order.stream().filter(other -> other.seat() != one.seat()).toList();
    }

    private boolean allMeetAnew() {
        CheapestPairs pairs = CheapestPairs.of(costs);
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).timesMet(order.get(pairs.partner(i))) > 0) {
                return false;
            }
        }
        return true;
    }

    private List<List<Integer>> tables() {
        int[] bySeat = IntStream.range(0, order.size())
                .boxed()
                .sorted(Comparator.comparingInt(place -> order.get(place).seat()))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> pairs = FirstCheapest.of(Arrays.stream(bySeat)
                .mapToObj(one -> Arrays.stream(bySeat)
                        .mapToLong(other -> costs[one][other])
                        .toArray())
                .toArray(long[][]::new));
        List<int[]> places = pairs.stream()
                .map(pair ->
                        IntStream.of(bySeat[pair[0]], bySeat[pair[1]]).sorted().toArray())
                .sorted(Comparator.comparingInt(pair -> pair[0]))
                .toList();
        List<List<Integer>> tables = new ArrayList<>();
        for (int[] pair : places) {
            tables.add(seated(List.of(order.get(pair[0]), order.get(pair[1])), tables.size()));
        }
        return tables;
    }

    /** Where both had the first seat equally often, the better has it at every other table. */
    private static List<Integer> seated(List<Contender> pair, int table) {
        int lead = pair.getFirst().firsts() - pair.getLast().firsts();
        boolean swapped = lead == 0 ? table % 2 == 1 : lead > 0;
        return (swapped ? pair.reversed() : pair).stream().map(Contender::seat).toList();
    }

    /** Of all pairs, by their places in the order. */
    private long[][] costs() {
        long[][] all = new long[order.size()][order.size()];
        for (int upper = 0; upper < all.length; upper++) {
            int ideal = ideal(upper);
            for (int lower = upper + 1; lower < all.length; lower++) {
                all[upper][lower] = cost(order.get(upper), order.get(lower)) + Math.abs(lower - ideal);
                all[lower][upper] = all[upper][lower];
            }
        }
        return all;
    }

    private static long cost(Contender upper, Contender lower) {
        long difference = upper.halves() - lower.halves();
        boolean floatsAgain = difference > 0 && upper.floated();
        return (FORBIDDEN + MET) * upper.timesMet(lower)
                + HALF_POINT_SQUARED * difference * difference
                + (floatsAgain ? FLOATED_AGAIN : 0);
    }

    /** In a group of equal points the upper half meets the lower half; the last of an odd group looks further down. */
    private int ideal(int place) {
        long points = order.get(place).halves();
        int from = place;
        while (from > 0 && order.get(from - 1).halves() == points) {
            from--;
        }
        int to = place;
        while (to < order.size() && order.get(to).halves() == points) {
            to++;
        }
        int half = (to - from) / 2;
        int index = place - from;
        return index < half ? place + half : index < 2 * half ? place - half : to;
    }
}
