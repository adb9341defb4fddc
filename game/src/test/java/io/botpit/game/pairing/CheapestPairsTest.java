package io.botpit.game.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.InvariantBroken;
import io.botpit.game.random.Dice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The matching against all matchings there are. */
final class CheapestPairsTest {
    private static final int GRAPHS = 200;

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8})
    void nothingIsCheaperThanTheCheapest(int size) {
        for (int seed = 0; seed < GRAPHS; seed++) {
            long[][] costs = costs(size, new Dice(seed));

            assertThat(cost(CheapestPairs.of(costs), costs)).as("seed %d", seed).isEqualTo(cost(first(costs), costs));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8})
    void ofThoseThatCostTheSameTheFirstIsTaken(int size) {
        for (int seed = 0; seed < GRAPHS; seed++) {
            long[][] costs = costs(size, new Dice(seed));

            assertThat(FirstCheapest.of(costs).stream().map(pair -> List.of(pair[0], pair[1])))
                    .as("seed %d", seed)
                    .isEqualTo(first(costs));
        }
    }

    @Test
    void ringsWithinRingsAreOpenedAndClosed() {
        for (int seed = 0; seed < 20; seed++) {
            long[][] costs = costs(10, new Dice(seed));

            assertThat(cost(CheapestPairs.of(costs), costs)).as("seed %d", seed).isEqualTo(cost(first(costs), costs));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64})
    void inALargeGraphNoTwoPairsWouldGainByASwap(int size) {
        for (int seed = 0; seed < 10; seed++) {
            long[][] costs = costs(size, new Dice(seed));
            CheapestPairs pairs = CheapestPairs.of(costs);

            for (int one = 0; one < size; one++) {
                int partner = pairs.partner(one);
                assertThat(pairs.partner(partner)).isEqualTo(one);
                for (int other = 0; other < size; other++) {
                    if (other != one && other != partner) {
                        long now = costs[one][partner] + costs[other][pairs.partner(other)];
                        assertThat(costs[one][other] + costs[partner][pairs.partner(other)])
                                .isGreaterThanOrEqualTo(now);
                    }
                }
            }
        }
    }

    /** Triangles far from each other: each costs a way to the next one, and pairs inside are cheap, so that rings close. */
    @Test
    void oddClustersArePairedAcrossTheShortestGap() {
        int[] places = {0, 1, 2, 100, 101, 102, 1_000, 1_001, 1_002, 1_090, 1_091, 1_092};
        long[][] costs = new long[places.length][places.length];
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                costs[i][j] = Math.abs(places[i] - places[j]);
            }
        }

        assertThat(FirstCheapest.of(costs).stream().map(pair -> List.of(pair[0], pair[1])))
                .containsExactly(
                        List.of(0, 1), List.of(2, 3), List.of(4, 5), List.of(6, 7), List.of(8, 9), List.of(10, 11));
    }

    @Test
    void anOddNumberCannotBePaired() {
        assertThatThrownBy(() -> CheapestPairs.of(new long[3][3]))
                .isInstanceOf(InvariantBroken.class)
                .hasMessage("an odd number of vertices cannot be paired: 3");
    }

    /** Some with many equal costs, some with clusters, some with anything. */
    private static long[][] costs(int size, Dice dice) {
        int kind = dice.below(4);
        int[] xs = dice.permutation(size);
        long[][] costs = new long[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                long cost = switch (kind) {
                    case 0 -> dice.below(3);
                    case 1 -> dice.below(1_000_000);
                    case 2 -> (xs[i] / 3 == xs[j] / 3 ? 0 : 50) + dice.below(4);
                    default -> -(long) (xs[i] - xs[j]) * (xs[i] - xs[j]) + dice.below(2);
                };
                costs[i][j] = cost;
                costs[j][i] = cost;
            }
        }
        return costs;
    }

    /** The first of the cheapest by trying all, in order. */
    private static List<List<Integer>> first(long[][] costs) {
        List<Integer> left = new ArrayList<>();
        for (int vertex = 0; vertex < costs.length; vertex++) {
            left.add(vertex);
        }
        return first(left, costs);
    }

    private static List<List<Integer>> first(List<Integer> left, long[][] costs) {
        if (left.isEmpty()) {
            return List.of();
        }
        List<List<Integer>> best = List.of();
        int one = left.getFirst();
        for (int other : left.subList(1, left.size())) {
            List<Integer> rest =
                    left.stream().filter(v -> v != one && v != other).toList();
            List<List<Integer>> pairs = new ArrayList<>(List.of(List.of(one, other)));
            pairs.addAll(first(rest, costs));
            if (best.isEmpty() || cost(pairs, costs) < cost(best, costs)) {
                best = pairs;
            }
        }
        return best;
    }

    private static long cost(List<List<Integer>> pairs, long[][] costs) {
        return pairs.stream()
                .mapToLong(pair -> costs[pair.getFirst()][pair.getLast()])
                .sum();
    }

    private static long cost(CheapestPairs pairs, long[][] costs) {
        long cost = 0;
        for (int vertex = 0; vertex < costs.length; vertex++) {
            cost += vertex < pairs.partner(vertex) ? costs[vertex][pairs.partner(vertex)] : 0;
        }
        return cost;
    }
}
