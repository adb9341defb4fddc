package io.botpit.server.tournament;

import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Entrant;
import io.botpit.game.tournament.EntrantState;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.Plan.Conditions;
import io.botpit.game.tournament.Tournament;
import io.botpit.game.tournament.TournamentPhase;
import io.botpit.game.tournament.TournamentView.Member;
import io.botpit.server.lobby.Account;
import io.botpit.server.lobby.Accounts;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.TournamentBooks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets into tournaments who may, and notes who is there. Lobby's thread only. */
final class Reception {
    private final TournamentBooks books;
    private final Accounts accounts;
    private final Scouts scouts;

    Reception(ArenaLobby lobby, Scouts scouts) {
        this.books = lobby.tournaments();
        this.accounts = lobby.accounts();
        this.scouts = scouts;
    }

    Optional<PlayerId> player(String name) {
        return accounts.named(name).map(Account::id);
    }

    /** What they last said they were; who never said anything is not in it. */
    Map<PlayerId, String> versions(List<PlayerId> players) {
        Map<PlayerId, String> versions = new LinkedHashMap<>();
        for (PlayerId player : players) {
            accounts.named(accounts.of(player))
                    .map(Account::version)
                    .ifPresent(version -> versions.put(player, version));
        }
        return versions;
    }

    /** Lets everybody in who is listed or, where nobody is, connected; and checks in who is there. */
    void look(Tournament tournament) {
        if (tournament.takesEntrants() && tournament.plan().dummies() == 0) {
            candidates(tournament).forEach(player -> enter(tournament, player));
        }
        for (Member member : tournament.field()) {
            boolean back = member.state() == EntrantState.ABSENT && member.seed() != null;
            boolean wanted = back || !member.checkedIn();
            if (wanted && member.state() != EntrantState.WITHDRAWN && scouts.isOnline(member.player())) {
                noteIfPossible(tournament, new Fact.CheckedIn(member.player()));
            }
        }
    }

    private List<PlayerId> candidates(Tournament tournament) {
        List<String> allow = tournament.plan().entering().allow();
        boolean late = tournament.phase() == TournamentPhase.RUNNING;
        return allow.isEmpty()
                ? accounts.users().stream()
                        .map(Account::id)
                        .filter(scouts::isOnline)
                        .toList()
                : allow.stream()
                        .flatMap(name -> player(name).stream())
                        .filter(player -> !late || scouts.isOnline(player))
                        .toList();
    }

    /** Why somebody is not in now; empty: he is. */
    Optional<String> enter(Tournament tournament, PlayerId player) {
        String name = accounts.of(player);
        Optional<String> unfit = unfit(tournament, player);
        if (unfit.isPresent()) {
            return unfit;
        }
        return noteIfPossible(
                tournament,
                new Fact.Entered(
                        new Entrant(player, name, accounts.of(accounts.ownerOf(player)), accounts.isHouse(player))));
    }

    private Optional<String> unfit(Tournament tournament, PlayerId player) {
        Conditions conditions = tournament.plan().entering().conditions();
        if (conditions.equals(Conditions.NONE)) {
            return Optional.empty();
        }
        Optional<Scouts.Rating> rating = scouts.rating(player, BoutPool.of(tournament.plan()));
        double points = rating.map(Scouts.Rating::points).orElse(0.0);
        int games = rating.map(Scouts.Rating::games).orElse(0);
        Integer min = conditions.ratingMin();
        Integer max = conditions.ratingMax();
        if (games < conditions.ratedGamesMin()) {
            return Optional.of("ratedGamesMin=" + conditions.ratedGamesMin() + ", and it has " + games);
        }
        if (min != null && points < min) {
            return Optional.of("ratingMin=" + min + ", and it has " + Math.round(points));
        }
        return max != null && points > max
                ? Optional.of("ratingMax=" + max + ", and it has " + Math.round(points))
                : Optional.empty();
    }

    private Optional<String> noteIfPossible(Tournament tournament, Fact fact) {
        Optional<String> obstacle = tournament.obstacle(fact);
        if (obstacle.isEmpty()) {
            books.note(tournament.id(), fact);
        }
        return obstacle;
    }
}
