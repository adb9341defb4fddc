package io.botpit.game.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Of all perfect matchings of least cost the first one: the lowest vertex has the lowest partner that any of them gives
 * it, then the lowest of the rest, and so on. For one thread and one use.
 */
final class FirstCheapest {
    private final long[][] costs;
    /** Any of those matchings; it knows which pairs none of them has. */
    private final CheapestPairs any;
    /** The partners in one of them that begins with the pairs that were taken. */
    private final int[] partners;

    private List<Integer> left;

    private FirstCheapest(long[][] costs) {
        this.costs = costs;
        this.any = CheapestPairs.of(costs);
        this.partners = IntStream.range(0, costs.length).map(any::partner).toArray();
        this.left = IntStream.range(0, costs.length).boxed().toList();
    }

    /**
     * The pairs, each with its lower vertex first, in the order of those.
     *
     * @param costs as {@link CheapestPairs} has them; their sum, times the number of vertices, must fit into 60 bits
     */
    static List<int[]> of(long[][] costs) {
        FirstCheapest matching = new FirstCheapest(costs);
        List<int[]> pairs = new ArrayList<>();
        while (!matching.left.isEmpty()) {
            pairs.add(matching.nextPair());
        }
        return pairs;
    }

    private int[] nextPair() {
        int one = left.getFirst();
        boolean isSettled = left.stream()
                .skip(1)
                .takeWhile(other -> other < partners[one])
                .noneMatch(other -> any.mayPair(one, other));
        if (!isSettled) {
            pairLowest();
        }
        int other = partners[one];
        left = left.stream().filter(v -> v != one && v != other).toList();
        return new int[] {one, other};
    }

    /** Pairs the rest anew, where among equal costs a lower partner of its first vertex is cheaper. */
    private void pairLowest() {
        int size = left.size();
        long[][] among = new long[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                long tie = i == 0 ? j : j == 0 ? i : 0;
                among[i][j] = size * costs[left.get(i)][left.get(j)] + tie;
            }
        }
        CheapestPairs pairs = CheapestPairs.of(among);
        for (int i = 0; i < size; i++) {
            partners[left.get(i)] = left.get(pairs.partner(i));
        }
    }
}
