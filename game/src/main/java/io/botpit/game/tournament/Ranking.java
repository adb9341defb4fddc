package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import io.botpit.game.random.Dice;
import io.botpit.game.tournament.Scorebook.Line;
import io.botpit.game.tournament.TournamentStanding.Spread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders a field by the tie-breaks of its tournament. For one use. */
final class Ranking {
    private final History history;
    private final Scorebook book;
    private final Function<PlayerId, Fraction> reached;
    private final List<TieBreak> order;
    private final boolean drawdowns;
    private final Map<PlayerId, Map<TieBreak, Fraction>> figures = new LinkedHashMap<>();

    /** @param reached how far each one came */
    Ranking(History history, Scorebook book, Function<PlayerId, Fraction> reached) {
        this.history = history;
        this.book = book;
        this.reached = reached;
        this.order = TieBreak.of(history.plan()).stream()
                .filter(rule -> rule != TieBreak.LOT)
                .toList();
        this.drawdowns = book.bouts().stream()
                .filter(Bout::isContested)
                .flatMap(bout -> bout.showings().stream())
                .allMatch(showing -> showing.absent() || showing.drawdown() != Showing.UNMEASURED);
    }

    /** Best first; where nothing else tells them apart, the lot does. */
    List<PlayerId> order(Collection<PlayerId> field) {
        return tied(field).stream().flatMap(List::stream).toList();
    }

    /** Best first; whom only the lot tells apart shares a place. */
    List<TournamentStanding> table(Collection<PlayerId> field) {
        return table(List.of(), field);
    }

    /** The same behind those who came further. */
    List<TournamentStanding> table(List<TournamentStanding> further, Collection<PlayerId> field) {
        List<TournamentStanding> table = new ArrayList<>(further);
        Tiers tiers = new Tiers(further.isEmpty() ? 1 : further.getLast().tier() + 1);
        for (List<PlayerId> group : tied(field)) {
            int place = table.size() + 1;
            for (PlayerId player : group) {
                Spread spread = spread(player);
                table.add(new TournamentStanding(
                        place,
                        history.field().entrant(player),
                        history.field().state(player),
                        (int) book.of(player).stream().filter(Line::isPlayed).count(),
                        points(player),
                        order.stream().map(rule -> shownFigure(player, rule)).toList(),
                        spread,
                        tiers.of(spread)));
            }
        }
        return table;
    }

    private Fraction shownFigure(PlayerId player, TieBreak rule) {
        Map<TieBreak, Fraction> own = figures.get(player);
        return own == null ? Fraction.ZERO : own.getOrDefault(rule, Fraction.ZERO);
    }

    private List<List<PlayerId>> tied(Collection<PlayerId> field) {
        List<List<PlayerId>> groups = new ArrayList<>();
        split(List.copyOf(field), 0, groups);
        return groups;
    }

    private void split(List<PlayerId> tied, int depth, List<List<PlayerId>> groups) {
        if (depth == order.size()) {
            groups.add(byLot(tied));
            return;
        }
        TieBreak rule = order.get(depth);
        Map<PlayerId, Fraction> values = new LinkedHashMap<>();
        for (PlayerId player : tied) {
            values.put(player, figure(rule, player, tied));
            figures.computeIfAbsent(player, _ -> new EnumMap<>(TieBreak.class)).put(rule, shown(rule, player, values));
        }
        List<Fraction> levels = values.values().stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        for (Fraction level : levels) {
            split(
                    tied.stream()
                            .filter(player -> level.equals(values.get(player)))
                            .toList(),
                    depth + 1,
                    groups);
        }
    }

    private static Fraction shown(TieBreak rule, PlayerId player, Map<PlayerId, Fraction> values) {
        Fraction value = values.getOrDefault(player, Fraction.ZERO);
        return rule == TieBreak.DRAWDOWN ? value.negated() : value;
    }

    private List<PlayerId> byLot(List<PlayerId> tied) {
        Dice lots = new Dice(history.plan().seed()).split("lot");
        return tied.stream()
                .sorted(Comparator.<PlayerId>comparingLong(
                                player -> lots.split(player.number()).next())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Whoever has more comes first. */
    private Fraction figure(TieBreak rule, PlayerId player, List<PlayerId> tied) {
        return switch (rule) {
            case STAGE -> reached.apply(player);
            case POINTS -> points(player);
            case DIRECT -> direct(player, tied);
            case SONNEBORN_BERGER -> sonnebornBerger(player);
            case FIRSTS -> firsts(player);
            case MEDIAN_SCORE -> medianScore(player);
            case DRAWDOWN -> drawdowns ? meanDrawdown(player).negated() : Fraction.ZERO;
            case LOT -> Fraction.ZERO;
        };
    }

    private Fraction points(PlayerId player) {
        return book.points(player).plus(history.field().bonus(player));
    }

    private Fraction direct(PlayerId player, List<PlayerId> tied) {
        if (tied.size() < 2 || !metEqually(tied)) {
            return Fraction.ZERO;
        }
        return Fraction.sum(book.of(player).stream()
                .filter(line ->
                        line.bout().seats().stream().anyMatch(seat -> !seat.equals(player) && tied.contains(seat)))
                .map(Line::points)
                .toList());
    }

    private boolean metEqually(List<PlayerId> tied) {
        int wanted = book.meetings(tied.get(0), tied.get(1));
        for (int i = 0; i < tied.size(); i++) {
            for (int j = i + 1; j < tied.size(); j++) {
                if (book.meetings(tied.get(i), tied.get(j)) != wanted) {
                    return false;
                }
            }
        }
        return wanted > 0;
    }

    private Fraction sonnebornBerger(PlayerId player) {
        Fraction sum = Fraction.ZERO;
        for (Line line : book.of(player)) {
            for (PlayerId seat : line.bout().seats()) {
                if (!seat.equals(player) && !line.showing().absent()) {
                    sum = sum.plus(points(seat)
                            .times(against(line.showing(), line.bout().showing(seat))));
                }
            }
        }
        return sum;
    }

    private static Fraction against(Showing own, Showing other) {
        if (other.absent() || own.place() < other.place()) {
            return Fraction.ONE;
        }
        return own.place() == other.place() ? Fraction.HALF : Fraction.ZERO;
    }

    private Fraction firsts(PlayerId player) {
        return Fraction.of(
                book.of(player).stream()
                        .filter(line -> line.showing().place() == 1)
                        .count(),
                1);
    }

    private Fraction medianScore(PlayerId player) {
        return Fraction.median(book.of(player).stream()
                .filter(Line::isPlayed)
                .map(line -> line.score().dividedBy(size(line.bout())))
                .toList());
    }

    /** The median size of the scores of a bout. */
    private static Fraction size(Bout bout) {
        return Fraction.median(bout.showings().stream()
                .filter(showing -> !showing.absent())
                .map(showing -> Fraction.of(showing.score(), 1).abs())
                .toList());
    }

    /** Whom nobody came to play against had nothing to lose: such a bout says nothing. */
    private Fraction meanDrawdown(PlayerId player) {
        List<Fraction> all = book.of(player).stream()
                .filter(line -> line.isPlayed() && line.bout().isContested())
                .map(line -> Fraction.of(line.showing().drawdown(), 1))
                .toList();
        return all.isEmpty() ? Fraction.ZERO : Fraction.sum(all).dividedBy(Fraction.of(all.size(), 1));
    }

    private @Nullable Spread spread(PlayerId player) {
        double[] scores = book.of(player).stream()
                .filter(Line::isPlayed)
                .mapToDouble(line -> line.score().toDouble())
                .toArray();
        return scores.length < 2 ? null : Student.spread(scores);
    }

    /** Goes down the table and says where rows can be told apart. */
    private static final class Tiers {
        private int tier;
        private double low = Double.NEGATIVE_INFINITY;

        Tiers(int first) {
            tier = first;
        }

        int of(@Nullable Spread spread) {
            if (spread != null && spread.high() < low) {
                tier++;
                low = spread.low();
            } else if (spread != null && low == Double.NEGATIVE_INFINITY) {
                low = spread.low();
            }
            return tier;
        }
    }
}
