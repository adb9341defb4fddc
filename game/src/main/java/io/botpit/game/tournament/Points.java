package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Scorebook.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a result is worth. Stateless, but for the bouts it compares with. */
sealed interface Points {
    /**
     * What one has for a bout.
     *
     * @param before one's results of earlier bouts, in order
     */
    Fraction of(Bout bout, PlayerId player, List<Line> before);

    /** The score that means and medians are made of, in units of money. */
    default Fraction score(Bout bout, PlayerId player) {
        return Fraction.of(bout.showing(player).score(), 1);
    }

    static Points of(Plan plan, List<Bout> bouts) {
        if (plan.format() instanceof Format.Window(var _, var _, var streaks)) {
            return new Heads(streaks);
        }
        return plan.duplicate() ? new AcrossTables(bouts) : new Share();
    }

    /** The share of the others at the table that one beat, ties by half; who sits out has a win. */
    record Share() implements Points {
        @Override
        public Fraction of(Bout bout, PlayerId player, List<Line> before) {
            Showing own = bout.showing(player);
            if (own.absent()) {
                return Fraction.ZERO;
            }
            int others = bout.seats().size() - 1;
            if (others == 0) {
                return Fraction.ONE;
            }
            long halves = 0;
            for (PlayerId seat : bout.seats()) {
                Showing other = bout.showing(seat);
                if (!seat.equals(player)) {
                    halves += other.absent() || own.place() < other.place() ? 2 : own.place() == other.place() ? 1 : 0;
                }
            }
            return Fraction.of(halves, 2L * others);
        }
    }

    /** All tables of a round had the same market: one's score counts against the median of the same seat. */
    final class AcrossTables implements Points {
        private final Map<Integer, List<Fraction>> scores = new LinkedHashMap<>();
        private final Map<Integer, List<Fraction>> rounds = new LinkedHashMap<>();
        private final Map<Integer, Integer> absent = new LinkedHashMap<>();

        AcrossTables(List<Bout> bouts) {
            Map<Integer, List<Bout>> byRound = new LinkedHashMap<>();
            for (Bout bout : bouts) {
                if (isCompared(bout)) {
                    byRound.computeIfAbsent(bout.spot().round(), _ -> new ArrayList<>())
                            .add(bout);
                }
            }
            byRound.values().forEach(this::compare);
        }

        private void compare(List<Bout> round) {
            for (Bout bout : round) {
                List<Fraction> own = new ArrayList<>();
                for (int seat = 0; seat < bout.seats().size(); seat++) {
                    Showing showing = bout.showings().get(seat);
                    own.add(Fraction.of(showing.score(), 1).minus(median(round, seat)));
                    if (showing.absent()) {
                        absent.merge(bout.spot().round(), 1, Integer::sum);
                    } else {
                        rounds.computeIfAbsent(bout.spot().round(), _ -> new ArrayList<>())
                                .add(own.getLast());
                    }
                }
                scores.put(bout.number(), own);
            }
        }

        /** Of one seat at all tables that have it. */
        private static Fraction median(List<Bout> round, int seat) {
            return Fraction.median(round.stream()
                    .filter(bout -> seat < bout.seats().size())
                    .map(bout -> bout.showings().get(seat))
                    .filter(showing -> !showing.absent())
                    .map(showing -> Fraction.of(showing.score(), 1))
                    .toList());
        }

        @Override
        public Fraction of(Bout bout, PlayerId player, List<Line> before) {
            if (!isCompared(bout) || bout.showing(player).absent()) {
                return new Share().of(bout, player, before);
            }
            Fraction own = score(bout, player);
            List<Fraction> round = rounds.getOrDefault(bout.spot().round(), List.of());
            long missing = absent.getOrDefault(bout.spot().round(), 0);
            // Oneself is among them, as a tie.
            long halves = 2 * missing - 1;
            for (Fraction other : round) {
                halves += Integer.signum(own.compareTo(other)) + 1;
            }
            return Fraction.of(halves, 2 * (round.size() + missing - 1));
        }

        @Override
        public Fraction score(Bout bout, PlayerId player) {
            List<Fraction> compared = scores.get(bout.number());
            return compared == null
                    ? Points.super.score(bout, player)
                    : compared.get(bout.seats().indexOf(player));
        }

        /** Where nobody played there is nothing to compare. */
        private static boolean isCompared(Bout bout) {
            return bout.state() instanceof Bout.State.Over(var games, var _) && !games.isEmpty();
        }
    }

    /**
     * Two for the first place, one for the rest of the upper half, and for a first place that is shared.
     *
     * @param streaks whether it counts double behind two first places in a row
     */
    record Heads(boolean streaks) implements Points {
        @Override
        public Fraction of(Bout bout, PlayerId player, List<Line> before) {
            long plain = plain(bout, bout.showing(player));
            return Fraction.of(streaks && isStreak(before) ? 2 * plain : plain, 1);
        }

        private static long plain(Bout bout, Showing own) {
            if (own.absent()) {
                return 0;
            }
            if (isFirst(bout, own)) {
                return 2;
            }
            return own.place() == 1 || own.place() <= bout.seats().size() / 2 ? 1 : 0;
        }

        private static boolean isStreak(List<Line> before) {
            return before.size() >= 2
                    && before.subList(before.size() - 2, before.size()).stream()
                            .allMatch(line -> isFirst(line.bout(), line.showing()));
        }

        private static boolean isFirst(Bout bout, Showing own) {
            return own.place() == 1
                    && bout.showings().stream()
                                    .filter(each -> each.place() == 1)
                                    .count()
                            == 1;
        }
    }
}
