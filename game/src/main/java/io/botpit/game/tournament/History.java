package io.botpit.game.tournament;

import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The plan, the field, and all bouts in the order in which they were drawn: what every next draw follows from. */
final class History {
    private final Plan plan;
    private final Field field;
    private final List<Bout> bouts = new ArrayList<>();
    private long version;

    History(Plan plan, Field field) {
        this.plan = plan;
        this.field = field;
    }

    Plan plan() {
        return plan;
    }

    Field field() {
        return field;
    }

    List<Bout> bouts() {
        return List.copyOf(bouts);
    }

    List<Bout> bouts(Predicate<Bout> wanted) {
        return bouts.stream().filter(wanted).toList();
    }

    boolean has(int number) {
        return number >= 1 && number <= bouts.size();
    }

    Bout bout(int number) {
        if (!has(number)) {
            throw new InvariantBroken("there is no bout " + number);
        }
        return bouts.get(number - 1);
    }

    /** How many rounds were drawn. */
    int round() {
        return bouts.isEmpty() ? 0 : bouts.getLast().spot().round();
    }

    /** Whether every bout has its result. */
    boolean isSettled() {
        return bouts.stream().allMatch(Bout::isOver);
    }

    boolean isPlaying(PlayerId player) {
        return bouts.stream().anyMatch(bout -> !bout.isOver() && bout.seats(player));
    }

    /** The results of a stage, in the order of the bouts. */
    Scorebook scorebook(Bout.Stage stage) {
        return scorebook(bout -> bout.spot().stage() == stage);
    }

    /** Those of some bouts, likewise. */
    Scorebook scorebook(Predicate<Bout> wanted) {
        return new Scorebook(plan, bouts(bout -> bout.isOver() && wanted.test(bout)));
    }

    /** Another one after each change of a bout. */
    long version() {
        return version;
    }

    void change(Bout bout) {
        version++;
        bouts.set(bout.number() - 1, bout);
    }

    /**
     * Takes up a new bout. Where not two of its seats are drawn any more it is decided at once; at a larger table the
     * others play without them.
     */
    void add(Draft draft) {
        List<PlayerId> here = draft.seats().stream().filter(field::isIn).toList();
        List<PlayerId> seats = here.size() > 1 ? here : draft.seats();
        version++;
        bouts.add(new Bout(bouts.size() + 1, draft.spot(), seats, draft.half(), new Bout.State.Next(), 0));
        decideIfDeserted(bouts.getLast());
    }

    /** Somebody is not drawn any more: what waits for him alone is decided. */
    void left(PlayerId player) {
        bouts(bout -> bout.state() instanceof Bout.State.Next && bout.seats(player))
                .forEach(this::decideIfDeserted);
    }

    private void decideIfDeserted(Bout bout) {
        if (bout.seats().stream().filter(field::isIn).count() < 2) {
            List<Showing> showings = bout.seats().stream()
                    .map(seat -> field.isIn(seat) ? Showing.IDLE : Showing.ABSENT)
                    .toList();
            change(bout.in(new Bout.State.Over(List.of(), showings)));
        }
    }
}
