package io.botpit.game.tournament;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Bout.Spot;
import io.botpit.game.tournament.Series.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A knock-out. All of it follows from the slots of its first round and the results; a round begins when the one before
 * is decided.
 */
final class Bracket implements Draw {
    private final History history;
    private final Format.Knockout format;
    private final Slots slots;
    private final int roundsBefore;
    private List<List<Series>> known = List.of();
    private long knownAt = -1;

    /**
     * Where the players begin.
     *
     * @param first a power of two of them, neighbours meet; null: nobody
     * @param seeding strongest first
     */
    record Slots(List<@Nullable PlayerId> first, List<PlayerId> seeding) {
        int rounds() {
            return Integer.numberOfTrailingZeros(first.size());
        }
    }

    Bracket(History history, Format.Knockout format, Slots slots) {
        this.history = history;
        this.format = format;
        this.slots = slots;
        this.roundsBefore = history.round();
    }

    @Override
    public List<Draft> next(GameTime now) {
        List<List<Series>> rounds = series();
        for (int i = 0; i < rounds.size(); i++) {
            List<Series> round = rounds.get(i);
            round.forEach(this::dismiss);
            if (!round.stream().allMatch(Series::isDecided)) {
                int number = roundsBefore + i + 1;
                return round.stream()
                        .filter(Series::isDue)
                        .map(each -> draft(each, number))
                        .toList();
            }
        }
        return List.of();
    }

    @Override
    public boolean isOver(GameTime now) {
        return series().stream().allMatch(round -> round.stream().allMatch(Series::isDecided));
    }

    @Override
    public Integer rounds() {
        return roundsBefore + slots.rounds();
    }

    /** Two for each series that was won, one for still being in it, and one for the third place. */
    @Override
    public Fraction reached(PlayerId player) {
        long reached = 1;
        for (List<Series> round : series()) {
            for (Series each : round) {
                if (player.equals(each.winner().player())) {
                    reached += each.thirdPlace() ? 1 : 2;
                } else if (player.equals(each.loser().player()) && !each.thirdPlace()) {
                    reached--;
                }
            }
        }
        return Fraction.of(reached, 1);
    }

    boolean has(PlayerId player) {
        return slots.seeding().contains(player);
    }

    /** All rounds, the first one first; those that are not drawn with whom they are known to have. */
    List<List<Series>> series() {
        if (knownAt != history.version()) {
            knownAt = history.version();
            known = List.copyOf(computed());
        }
        return known;
    }

    private List<List<Series>> computed() {
        List<List<Series>> rounds = new ArrayList<>();
        List<Side> sides = slots.first().stream()
                .map(player -> player == null ? Side.BYE : Side.of(player))
                .toList();
        List<Side> losers = List.of();
        for (int i = 0; i < slots.rounds(); i++) {
            List<Series> round = round(i, sides);
            if (i == slots.rounds() - 1 && losers.size() == 2 && format.thirdPlace()) {
                round.add(played(i, round.size() + 1, losers));
            }
            rounds.add(round);
            sides = round.stream().map(Series::winner).toList();
            losers = round.stream().map(Series::loser).toList();
        }
        return rounds;
    }

    private List<Series> round(int index, List<Side> sides) {
        List<Series> round = new ArrayList<>();
        for (int i = 0; i < sides.size(); i += 2) {
            round.add(played(index, i / 2 + 1, sides.subList(i, i + 2)));
        }
        return round;
    }

    /** A series with what was played of it. */
    private Series played(int index, int number, List<Side> sides) {
        boolean swapped = rank(sides.get(1)) < rank(sides.get(0));
        Side first = sides.get(swapped ? 1 : 0);
        Side second = sides.get(swapped ? 0 : 1);
        boolean thirdPlace = number > 1 && index == slots.rounds() - 1;
        int bestOf = format.bestOf(slots.rounds() - 1 - index + (thirdPlace ? 1 : 0));
        List<Integer> numbers = new ArrayList<>();
        int played = 0;
        for (Bout bout : bouts(roundsBefore + index + 1, number)) {
            numbers.add(bout.number());
            if (bout.isOver()) {
                played++;
                first = after(first, bout);
                second = after(second, bout);
            }
        }
        return new Series(number, bestOf, thirdPlace, first, second, numbers, played);
    }

    private List<Bout> bouts(int round, int number) {
        return history.bouts(bout -> bout.spot().stage() == Bout.Stage.KNOCKOUT
                && bout.spot().round() == round
                && bout.spot().table() == number);
    }

    private static Side after(Side side, Bout bout) {
        PlayerId player = side.player();
        return player == null
                ? side
                : side.after(
                        new Points.Share().of(bout, player, List.of()),
                        bout.showing(player).absent());
    }

    /** Behind all seeds whoever is not known yet, and then nobody. */
    private int rank(Side side) {
        PlayerId player = side.player();
        if (player == null) {
            return side.bye() ? Integer.MAX_VALUE : slots.seeding().size();
        }
        return slots.seeding().indexOf(player);
    }

    /** The better seed has the first seat in every other bout. */
    private Draft draft(Series series, int round) {
        int game = series.bouts().size() + 1;
        List<PlayerId> seats = new ArrayList<>();
        for (Side side : List.of(series.first(), series.second())) {
            PlayerId player = side.player();
            if (player != null) {
                seats.add(player);
            }
        }
        Spot spot = new Spot(Bout.Stage.KNOCKOUT, round, series.number(), game);
        return new Draft(spot, game % 2 == 1 ? seats : seats.reversed(), series.goesIntoExtra());
    }

    /** Whoever lost is out, unless he plays for the third place. */
    private void dismiss(Series series) {
        PlayerId loser = series.loser().player();
        if (loser != null && history.field().isIn(loser) && !isToPlayForThird(loser)) {
            history.field().leave(loser, EntrantState.OUT);
        }
    }

    private boolean isToPlayForThird(PlayerId player) {
        return series().getLast().stream()
                .anyMatch(series -> series.thirdPlace()
                        && !series.isDecided()
                        && (player.equals(series.first().player())
                                || player.equals(series.second().player())));
    }
}
