package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import io.botpit.game.pairing.Berger;
import java.util.ArrayList;
import java.util.List;

/** Who meets whom, round after round. */
interface Rota {
    int rounds();

    /**
     * The tables of a round, first seats first; somebody who sits alone has the points of a win.
     *
     * @param round from 1
     */
    List<List<PlayerId>> tables(int round);

    /** The players of some indexes. */
    static List<PlayerId> seated(List<Integer> indexes, List<PlayerId> field) {
        return indexes.stream().map(field::get).toList();
    }

    /** Seats change hands. */
    static List<PlayerId> rotated(List<PlayerId> group, int by) {
        int from = by % group.size();
        List<PlayerId> seats = new ArrayList<>(group.subList(from, group.size()));
        seats.addAll(group.subList(0, from));
        return seats;
    }

    /**
     * Each against each.
     *
     * @param legs how often; in the second one the seats are swapped
     */
    record RoundRobin(List<PlayerId> field, int legs) implements Rota {
        @Override
        public int rounds() {
            return legs * Berger.rounds(field.size());
        }

        @Override
        public List<List<PlayerId>> tables(int round) {
            int ofLeg = Berger.rounds(field.size());
            boolean second = round > ofLeg;
            return Berger.round(field.size(), (round - 1) % ofLeg).stream()
                    .map(pair -> seated(second ? pair.reversed() : pair, field))
                    .toList();
        }
    }

    /**
     * Groups side by side.
     *
     * @param bouts how often a whole group sits at one table; 0: duels, each against each
     */
    record OfGroups(List<List<PlayerId>> groups, int bouts) implements Rota {
        @Override
        public int rounds() {
            return bouts > 0
                    ? bouts
                    : groups.stream()
                            .mapToInt(group -> Berger.rounds(group.size()))
                            .max()
                            .orElse(0);
        }

        @Override
        public List<List<PlayerId>> tables(int round) {
            List<List<PlayerId>> tables = new ArrayList<>();
            for (List<PlayerId> group : groups) {
                if (bouts > 0) {
                    tables.add(rotated(group, round - 1));
                } else if (round <= Berger.rounds(group.size())) {
                    tables.addAll(new RoundRobin(group, 1).tables(round));
                }
            }
            return tables;
        }
    }

    /** All rounds are known from the start. */
    record Fixed(List<List<List<PlayerId>>> all) implements Rota {
        @Override
        public int rounds() {
            return all.size();
        }

        @Override
        public List<List<PlayerId>> tables(int round) {
            return all.get(round - 1);
        }
    }
}
