package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import io.botpit.game.rules.Entry;
import io.botpit.game.tournament.Bout.State;
import io.botpit.game.tournament.Plan.Door;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why something cannot happen in a tournament now. */
final class Obstacles {
    private final Tournament tournament;
    private final History history;
    private final Plan plan;

    Obstacles(Tournament tournament, History history) {
        this.tournament = tournament;
        this.history = history;
        this.plan = history.plan();
    }

    Optional<String> to(Fact fact) {
        if (tournament.phase().isOver()) {
            return Optional.of("it is over");
        }
        return switch (fact) {
            case Fact.Created _ -> Optional.of("it was created already");
            case Fact.Entered(var entrant) -> toEntry().or(() -> toEntry(entrant));
            case Fact.CheckedIn(var player) -> toTakePart(player);
            case Fact.Withdrawn(var player, var _) -> toTakePart(player);
            case Fact.Started(var seeding, var versions) -> toStart(seeding).or(() -> toFreeze(seeding, versions));
            case Fact.BoutOpened(var number, var _) ->
                unless(
                        history.has(number) && history.bout(number).state() instanceof State.Next,
                        "bout " + number + " does not wait to be opened");
            case Fact.NoShow(var number, var missing) ->
                toPlay(number)
                        .or(() -> unless(
                                history.bout(number).seats().containsAll(missing),
                                "bout " + number + " has no such seats"));
            case Fact.BoutPlayed(var number, var showings) -> toResult(number, showings);
            case Fact.BoutVoided(var number, var _) -> toPlay(number);
            case Fact.Woke _ -> unless(tournament.phase() == TournamentPhase.RUNNING, "it was not started");
            case Fact.Cancelled _ -> Optional.empty();
        };
    }

    Optional<String> toEntry() {
        return switch (tournament.phase()) {
            case ENTRY -> toGrow();
            case RUNNING -> takesLate() ? toGrow() : Optional.of("nobody can come in any more");
            case FINISHED, CANCELLED -> Optional.of("it is over");
        };
    }

    private Optional<String> toGrow() {
        int max = plan.entering().entrantsMax();
        return unless(history.field().size() < max, "limit entrantsMax=" + max + " is reached");
    }

    /** Until half the rounds have begun; into a window at any time. */
    boolean takesLate() {
        if (plan.entering().door() != Door.OPEN || !plan.format().takesLate()) {
            return false;
        }
        Integer rounds = tournament.rounds();
        return rounds == null || 2 * history.round() < rounds;
    }

    private Optional<String> toEntry(Entrant entrant) {
        if (history.field().contains(entrant.player())) {
            return Optional.of(entrant.name() + " takes part already");
        }
        if (entrant.house() != plan.dummies() > 0) {
            return Optional.of("house bots take part in dry runs, users in all others");
        }
        List<String> allow = plan.entering().allow();
        boolean listed = entrant.house()
                || allow.isEmpty()
                || allow.stream().map(Entry::fold).anyMatch(Entry.fold(entrant.name())::equals);
        return unless(listed, entrant.name() + " is not on the list of those who may enter");
    }

    private Optional<String> toTakePart(PlayerId player) {
        boolean takesPart = history.field().contains(player) && history.field().state(player) != EntrantState.WITHDRAWN;
        return unless(takesPart, "player " + player.number() + " does not take part");
    }

    private Optional<String> toStart(List<PlayerId> seeding) {
        if (tournament.phase() != TournamentPhase.ENTRY) {
            return Optional.of("it was started already");
        }
        if (seeding.size() < 2) {
            return Optional.of("two entrants are needed, there are " + seeding.size());
        }
        boolean known = new LinkedHashSet<>(seeding).size() == seeding.size()
                && seeding.stream()
                        .allMatch(player -> history.field().contains(player)
                                && history.field().isIn(player));
        return unless(known, "the seeding must name entrants, each once");
    }

    private Optional<String> toFreeze(List<PlayerId> seeding, Map<PlayerId, String> versions) {
        boolean frozen = plan.entering().door() == Door.FROZEN;
        return unless(
                versions.isEmpty() || frozen && seeding.containsAll(versions.keySet()),
                "only versions of those who are seeded are frozen, where the plan says so");
    }

    private Optional<String> toResult(int number, List<Showing> showings) {
        return toPlay(number)
                .or(() -> unless(
                        showings.size() == history.bout(number).seats().size(),
                        "bout " + number + " needs a result for each seat"));
    }

    private Optional<String> toPlay(int number) {
        return unless(
                history.has(number) && history.bout(number).state() instanceof State.Open,
                "bout " + number + " is not being played");
    }

    private static Optional<String> unless(boolean fine, String why) {
        return fine ? Optional.empty() : Optional.of(why);
    }
}
