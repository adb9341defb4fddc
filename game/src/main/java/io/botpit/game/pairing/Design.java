package io.botpit.game.pairing;

import io.botpit.game.random.Dice;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables at which each meets each other exactly equally often (R. C. Bose, "On the construction of balanced incomplete
 * block designs", 1939). Stateless.
 *
 * <p>Planes: q tables of q for q² seats, as the lines of the plane over the field of q elements; in q + 1 rounds each
 * meets each other once. Halves: two tables for 2ᵈ seats, as the hyperplanes of d bits; in 2ᵈ - 1 rounds each meets each
 * other 2ᵈ⁻¹ - 1 times.
 */
final class Design {
    private Design() {}

    /**
     * As many of the wanted rounds as leave everybody's meetings equal, or, in planes, one apart; none where no design is
     * known. Who has which place in it is drawn by lot, each time it begins anew.
     */
    static List<List<List<Integer>>> rounds(int field, int size, int wanted, Dice dice) {
        List<List<List<Integer>>> rounds = new ArrayList<>();
        List<List<List<Integer>>> design =
                isPlane(field, size) ? plane(size) : isHalves(field, size) ? halves(field) : List.of();
        while (!design.isEmpty() && rounds.size() + design.size() <= wanted) {
            rounds.addAll(named(design, dice.permutation(field)));
        }
        if (isPlane(field, size)) {
            rounds.addAll(named(design.subList(0, wanted - rounds.size()), dice.permutation(field)));
        }
        return rounds;
    }

    private static List<List<List<Integer>>> named(List<List<List<Integer>>> design, int[] names) {
        return design.stream()
                .map(round -> round.stream()
                        .map(table -> table.stream().map(seat -> names[seat]).toList())
                        .toList())
                .toList();
    }

    private static boolean isPlane(int field, int size) {
        return field == size * size && (size == 2 || size == 3 || size == 4 || size == 5 || size == 7 || size == 8);
    }

    private static boolean isHalves(int field, int size) {
        return field == 2 * size && Integer.bitCount(field) == 1;
    }

    /** All lines of a slope are the tables of a round; the last round has the upright ones. */
    private static List<List<List<Integer>>> plane(int q) {
        List<List<List<Integer>>> rounds = new ArrayList<>();
        for (int slope = 0; slope <= q; slope++) {
            List<List<Integer>> tables = tables(q);
            for (int x = 0; x < q; x++) {
                for (int y = 0; y < q; y++) {
                    int line = slope == q ? x : Galois.difference(y, Galois.product(slope, x, q), q);
                    tables.get(line).add(q * x + y);
                }
            }
            rounds.add(tables);
        }
        return rounds;
    }

    /** Each round asks for the parity of other bits. */
    private static List<List<List<Integer>>> halves(int field) {
        List<List<List<Integer>>> rounds = new ArrayList<>();
        for (int bits = 1; bits < field; bits++) {
            List<List<Integer>> tables = tables(2);
            for (int seat = 0; seat < field; seat++) {
                tables.get(Integer.bitCount(seat & bits) % 2).add(seat);
            }
            rounds.add(tables);
        }
        return rounds;
    }

    private static List<List<Integer>> tables(int count) {
        List<List<Integer>> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tables.add(new ArrayList<>());
        }
        return tables;
    }
}
