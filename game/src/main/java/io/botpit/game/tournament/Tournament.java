package io.botpit.game.tournament;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Bout.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tournament: facts go in, the bouts to be played next and the table come out. It holds no timer; with the time of
 * each fact it draws what can be drawn, so that the same facts always lead to the same tournament.
 */
public final class Tournament {
    private final TournamentId id;
    private final Plan plan;
    private final Field field = new Field();
    private final History history;
    private final Obstacles obstacles;
    private TournamentPhase phase = TournamentPhase.ENTRY;
    private @Nullable Draw draw;
    private @Nullable GameTime startedAt;
    private @Nullable GameTime endedAt;
    private String whyCancelled = "";

    /** As it was created. */
    public Tournament(TournamentId id, Plan plan) {
        this.id = id;
        this.plan = plan;
        this.history = new History(plan, field);
        this.obstacles = new Obstacles(this, history);
    }

    /** Why a fact cannot be one here and now; empty: it can. */
    public Optional<String> obstacle(Fact fact) {
        return obstacles.to(fact);
    }

    /** {@link InvariantBroken} where it cannot be, see {@link #obstacle}. */
    public void apply(Fact fact, GameTime at) {
        obstacle(fact).ifPresent(why -> {
            throw new InvariantBroken("tournament " + id + ": " + why);
        });
        hear(fact, at);
        proceed(at);
    }

    private void hear(Fact fact, GameTime at) {
        switch (fact) {
            case Fact.Created _, Fact.Woke _ -> {}
            case Fact.Entered(var entrant) -> enter(entrant, at);
            case Fact.CheckedIn(var player) -> checkIn(player, at);
            case Fact.Withdrawn(var player, var _) -> {
                field.leave(player, EntrantState.WITHDRAWN);
                history.left(player);
            }
            case Fact.Started started -> start(started, at);
            case Fact.BoutOpened(var number, var game) ->
                history.change(history.bout(number).in(new State.Open(game, List.of())));
            case Fact.NoShow(var number, var missing) -> miss(history.bout(number), missing);
            case Fact.BoutPlayed(var number, var showings) -> end(history.bout(number), showings, at);
            case Fact.BoutVoided(var number, var _) -> annul(history.bout(number), at);
            case Fact.Cancelled(var why) -> {
                phase = TournamentPhase.CANCELLED;
                endedAt = at;
                whyCancelled = why;
            }
        }
    }

    private void enter(Entrant entrant, GameTime at) {
        field.enter(entrant, at);
        if (phase == TournamentPhase.RUNNING) {
            field.joinLate(entrant.player(), lateBonus());
        }
    }

    /** Who entered and was not there at the start comes late. */
    private void checkIn(PlayerId player, GameTime at) {
        field.checkIn(player, at);
        boolean missed = phase == TournamentPhase.RUNNING && field.seedOf(player) == null;
        if (missed && obstacles.takesLate()) {
            field.joinLate(player, lateBonus());
        }
    }

    /** Half a point for each round that was missed, one at most; a window has no rounds. */
    private Fraction lateBonus() {
        return plan.format() instanceof Format.Window ? Fraction.ZERO : Fraction.of(Math.min(2, history.round()), 2);
    }

    private void start(Fact.Started started, GameTime at) {
        field.seed(started.seeding(), at);
        field.freeze(started.versions());
        phase = TournamentPhase.RUNNING;
        startedAt = at;
        draw = Draws.of(history, at);
    }

    private void miss(Bout bout, List<PlayerId> missing) {
        if (bout.state() instanceof State.Open(var game, var before)) {
            List<PlayerId> all =
                    Stream.concat(before.stream(), missing.stream()).distinct().toList();
            history.change(bout.in(new State.Open(game, all)));
        }
    }

    private void end(Bout bout, List<Showing> showings, GameTime at) {
        List<GameId> games = bout.state() instanceof State.Open(var game, var _) ? List.of(game) : List.of();
        history.change(bout.in(new State.Over(games, showings)));
        for (int i = 0; i < bout.seats().size(); i++) {
            field.played(bout.seats().get(i), showings.get(i).absent(), at);
        }
    }

    private void annul(Bout bout, GameTime at) {
        Bout again = bout.voided();
        history.change(again);
        if (again.voids() >= Bout.VOIDS_MAX) {
            List<Showing> tie = again.seats().stream().map(_ -> Showing.IDLE).toList();
            history.change(again.in(new State.Over(List.of(), tie)));
            again.seats().forEach(seat -> field.played(seat, false, at));
        }
    }

    private void proceed(GameTime at) {
        Draw drawing = draw;
        if (phase != TournamentPhase.RUNNING || drawing == null) {
            return;
        }
        for (List<Draft> drafts = drawing.next(at); !drafts.isEmpty(); drafts = drawing.next(at)) {
            drafts.forEach(history::add);
        }
        if (history.isSettled() && drawing.isOver(at)) {
            phase = TournamentPhase.FINISHED;
            endedAt = at;
        }
    }

    public TournamentId id() {
        return id;
    }

    public Plan plan() {
        return plan;
    }

    public TournamentPhase phase() {
        return phase;
    }

    /** Null: not yet. */
    public @Nullable GameTime startedAt() {
        return startedAt;
    }

    /** Null: it goes on. */
    public @Nullable GameTime endedAt() {
        return endedAt;
    }

    /** Why it was cancelled; empty where it was not. */
    public String whyCancelled() {
        return whyCancelled;
    }

    /** How many rounds there will be; null: nobody knows. */
    public @Nullable Integer rounds() {
        return draw == null ? null : draw.rounds();
    }

    /** All bouts in the order of the draw. */
    public List<Bout> bouts() {
        return history.bouts();
    }

    /** Those that can be opened now. */
    public List<Bout> nextBouts() {
        return phase.isOver() ? List.of() : history.bouts(bout -> bout.state() instanceof State.Next);
    }

    /** When time alone has a consequence: a {@link Fact.Woke} is due then. Null: never. */
    public @Nullable GameTime dueAt() {
        return draw == null || phase != TournamentPhase.RUNNING ? null : draw.dueAt();
    }

    /** Whether somebody can come in now, as far as the tournament goes. */
    public boolean takesEntrants() {
        return obstacles.toEntry().isEmpty();
    }

    /** How it stands, for those who look on. */
    public TournamentView view() {
        return new Look(this, history, draw).view();
    }

    /** Everybody, in the order of the seeding, then of entry. */
    public List<TournamentView.Member> field() {
        return new Look(this, history, draw).field();
    }

    /** Whether it is going on and the player is in it, or away and free to come back. */
    public boolean isPlayedBy(PlayerId player) {
        return phase == TournamentPhase.RUNNING && field.contains(player) && field.mayPlay(player);
    }

    /** Whether the player must stay the version that it was at the start, as long as it may play on. */
    public boolean freezes(PlayerId player) {
        return plan.entering().door() == Plan.Door.FROZEN && isPlayedBy(player) && field.seedOf(player) != null;
    }

    /** The name of a player who takes part. */
    public String nameOf(PlayerId player) {
        return field.entrant(player).name();
    }
}
