package io.botpit.game.tournament;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups, and then a knock-out among the best two of each. */
final class GroupDraw implements Draw {
    private static final int GO_ON = 2;

    private final History history;
    private final Format.Groups format;
    private final List<List<PlayerId>> groups;
    private final RoundDraw first;
    private @Nullable Bracket bracket;

    /** @param groups each with its strongest first */
    GroupDraw(History history, Format.Groups format, List<List<PlayerId>> groups) {
        this.history = history;
        this.format = format;
        this.groups = groups;
        this.first = new RoundDraw(history, Bout.Stage.GROUP, new Rota.OfGroups(groups, format.bouts()));
    }

    @Override
    public List<Draft> next(GameTime now) {
        if (bracket == null) {
            List<Draft> round = first.next(now);
            if (!round.isEmpty() || !first.isOver(now)) {
                return round;
            }
            bracket = promoted();
        }
        return bracket.next(now);
    }

    @Override
    public boolean isOver(GameTime now) {
        return bracket != null && bracket.isOver(now);
    }

    @Override
    public @Nullable Integer rounds() {
        return bracket == null ? null : bracket.rounds();
    }

    /** In the knock-out as it counts; behind it by the place in the group. */
    @Override
    public Fraction reached(PlayerId player) {
        if (bracket == null) {
            return Fraction.ZERO;
        }
        return bracket.has(player) ? bracket.reached(player) : Fraction.of(-placeInGroup(player), 1);
    }

    List<TournamentView.Group> view() {
        List<TournamentView.Group> view = new ArrayList<>();
        for (List<PlayerId> group : groups) {
            String name = "" + (char) ('A' + view.size());
            view.add(new TournamentView.Group(name, 1, GO_ON, ranking().table(group)));
        }
        return view;
    }

    /** A group, best first; nobody shares a place where it decides who goes on. */
    private List<PlayerId> order(List<PlayerId> group) {
        return ranking().order(group);
    }

    private Ranking ranking() {
        return new Ranking(history, history.scorebook(Bout.Stage.GROUP), _ -> Fraction.ZERO);
    }

    @Nullable
    Bracket bracket() {
        return bracket;
    }

    private int placeInGroup(PlayerId player) {
        for (List<PlayerId> group : groups) {
            if (group.contains(player)) {
                return order(group).indexOf(player) + 1;
            }
        }
        return groups.size();
    }

    private Bracket promoted() {
        List<@Nullable PlayerId> winners = new ArrayList<>();
        List<@Nullable PlayerId> seconds = new ArrayList<>();
        for (List<PlayerId> group : groups) {
            List<PlayerId> best =
                    order(group).stream().filter(history.field()::isIn).toList();
            winners.add(best.isEmpty() ? null : best.getFirst());
            seconds.add(best.size() < GO_ON ? null : best.get(1));
            best.stream().skip(GO_ON).forEach(player -> history.field().leave(player, EntrantState.OUT));
        }
        return new Bracket(history, format.then(), slots(winners, seconds));
    }

    /**
     * A1 meets B2, C1 meets D2 and so on in one half, B1 meets A2, D1 meets C2 in the other: whoever comes from one
     * group meets again in the final at the earliest.
     */
    private static Bracket.Slots slots(List<@Nullable PlayerId> winners, List<@Nullable PlayerId> seconds) {
        List<@Nullable PlayerId> upper = new ArrayList<>();
        List<@Nullable PlayerId> lower = new ArrayList<>();
        for (int i = 0; i < winners.size(); i++) {
            (i % 2 == 0 ? upper : lower).add(winners.get(i));
        }
        for (int i = winners.size() - 1; i >= 0; i--) {
            (i % 2 == 0 ? lower : upper).add(seconds.get(i));
        }
        List<@Nullable PlayerId> slots = new ArrayList<>(Seeding.bracket(upper));
        slots.addAll(Seeding.bracket(lower));
        List<PlayerId> seeding = new ArrayList<>();
        winners.forEach(player -> Seeding.addIfThere(seeding, player));
        seconds.forEach(player -> Seeding.addIfThere(seeding, player));
        return new Bracket.Slots(slots, seeding);
    }
}
