package io.botpit.game.pairing;

import java.util.ArrayList;
import java.util.List;

/**
 * Duels of each against each, in the order of Berger up to the names: with an odd field whoever would meet the empty
 * seat pauses. How often two of the field have the first seat differs by one at most. Stateless.
 */
public final class Berger {
    private Berger() {}

    /** How many rounds it takes until each met each. */
    public static int rounds(int field) {
        return even(field) - 1;
    }

    /**
     * The duels of a round.
     *
     * @param round from 0 on
     */
    public static List<List<Integer>> round(int field, int round) {
        int even = even(field);
        int circle = even - 1;
        List<List<Integer>> duels = new ArrayList<>(even / 2);
        // The last seat stays where it is while the others go round, and changes sides each time.
        add(duels, round % 2 == 0 ? List.of(round, circle) : List.of(circle, round), field);
        for (int i = 1; i < even / 2; i++) {
            add(duels, List.of((round + i) % circle, (round - i + circle) % circle), field);
        }
        return List.copyOf(duels);
    }

    private static void add(List<List<Integer>> duels, List<Integer> duel, int field) {
        if (duel.getFirst() < field && duel.getLast() < field) {
            duels.add(duel);
        }
    }

    private static int even(int field) {
        if (field < 2) {
            throw new IllegalArgumentException("a duel takes two, and the field is " + field);
        }
        return field + field % 2;
    }
}
