package io.botpit.game.pairing;

import io.botpit.game.random.Dice;
import java.util.ArrayList;
import java.util.List;

/** A Swiss tournament on paper: results come from dice, what follows from them is kept as the rules say. */
final class Swiss {
    private final Dice dice;
    private final double[] points;
    private final int[] firsts;
    private final int[] floatedIn;
    private final List<List<Integer>> met = new ArrayList<>();
    private final List<Integer> byes = new ArrayList<>();
    private int round = 1;

    Swiss(int field, long seed) {
        this.dice = new Dice(seed);
        this.points = new double[field];
        this.firsts = new int[field];
        this.floatedIn = new int[field];
        for (int seat = 0; seat < field; seat++) {
            met.add(new ArrayList<>());
            floatedIn[seat] = -2;
        }
    }

    List<Contender> contenders() {
        List<Contender> contenders = new ArrayList<>();
        for (int seat = 0; seat < points.length; seat++) {
            boolean floated = round - floatedIn[seat] <= 2;
            contenders.add(new Contender(
                    seat,
                    seat / 2,
                    points[seat],
                    2_000 - seat,
                    met.get(seat),
                    firsts[seat],
                    byes.contains(seat),
                    floated));
        }
        return contenders;
    }

    void play(List<List<Integer>> tables) {
        double[] before = points.clone();
        for (List<Integer> table : tables) {
            if (table.size() == 1) {
                byes.add(table.getFirst());
                points[table.getFirst()]++;
            } else {
                played(dice.shuffled(table), before);
                firsts[table.getFirst()]++;
            }
        }
        round++;
    }

    /** Best first, nobody ties, but in some duels. */
    private void played(List<Integer> order, double[] before) {
        boolean tied = order.size() == 2 && dice.below(4) == 0;
        for (int place = 0; place < order.size(); place++) {
            int seat = order.get(place);
            points[seat] += tied ? 0.5 : (order.size() - 1.0 - place) / (order.size() - 1);
            for (int other : order) {
                if (other != seat) {
                    met.get(seat).add(other);
                    floatedIn[seat] = before[seat] > before[other] ? round : floatedIn[seat];
                }
            }
        }
    }

    /** How many of 100 meetings were not the first ones of the two. */
    long secondMeetings() {
        long all = met.stream().mapToLong(List::size).sum();
        long first =
                met.stream().mapToLong(each -> each.stream().distinct().count()).sum();
        return 100 * (all - first) / all;
    }

    List<Integer> byes() {
        return byes;
    }

    /** Whether there is a complete pairing of those who did not meet, by trying; a bye once each. */
    boolean canMeetAnew(List<Contender> field) {
        return canMeetAnew(field, field.size() % 2 == 1);
    }

    private static boolean canMeetAnew(List<Contender> left, boolean byeIsLeft) {
        if (left.isEmpty()) {
            return true;
        }
        Contender one = left.getFirst();
        List<Contender> others = left.subList(1, left.size());
        if (byeIsLeft && !one.hadBye() && canMeetAnew(others, false)) {
            return true;
        }
        return others.stream()
                .filter(other -> one.timesMet(other) == 0)
                .anyMatch(other -> canMeetAnew(
                        others.stream()
                                .filter(each -> each.seat() != other.seat())
                                .toList(),
                        byeIsLeft));
    }
}
