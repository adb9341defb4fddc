package io.botpit.server.tournament;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.rating.Pool;
import io.botpit.game.tournament.EntrantState;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.Plan;
import io.botpit.game.tournament.Seeding;
import io.botpit.game.tournament.Tournament;
import io.botpit.game.tournament.TournamentId;
import io.botpit.game.tournament.TournamentPhase;
import io.botpit.game.tournament.TournamentView.Member;
import io.botpit.server.config.Scenarios;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.GameOver;
import io.botpit.server.lobby.TournamentBooks;
import io.botpit.server.lobby.TournamentFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tournaments of a server. Any thread may call; the work is done on the lobby's. */
public final class Organiser implements TournamentActs {
    private static final Logger LOG = LoggerFactory.getLogger(Organiser.class);
    private static final int ENTRANTS_MIN = 2;

    private final TournamentBooks books;
    private final HouseSeats house;
    private final Scouts scouts;
    private final Reception reception;
    private final BoutRoom room;

    public Organiser(ArenaLobby lobby, HouseSeats house, Scouts scouts, Scenarios scenarios) {
        this.books = lobby.tournaments();
        this.house = house;
        this.scouts = scouts;
        this.reception = new Reception(lobby, scouts);
        this.room = new BoutRoom(lobby, house, new BoutRules(scenarios));
    }

    /** Goes on with the tournaments of an earlier process; called once, by whoever puts the server together. */
    public void start() {
        List<Plan> dryRuns = books.inTurn(() -> going().stream()
                        .map(Tournament::plan)
                        .filter(plan -> plan.dummies() > 0)
                        .toList())
                .join();
        dryRuns.forEach(plan -> house.dummies(plan.dummies(), plan.seed()));
        books.inTurn(() -> {
                    books.onOver(this::over);
                    going().forEach(room::resume);
                    going().forEach(this::proceed);
                    return null;
                })
                .join();
    }

    /** Looks after what only time changes; called every second or so, on any thread. */
    public void look() {
        var _ = books.inTurn(() -> {
            if (!books.isDraining()) {
                going().forEach(this::look);
            }
            return null;
        });
    }

    @Override
    public CompletableFuture<TournamentId> create(String by, Plan plan) {
        List<PlayerId> dummies = plan.dummies() == 0 ? List.of() : house.dummies(plan.dummies(), plan.seed());
        return books.inTurn(() -> {
            TournamentId id = books.nextId();
            books.acted(by, "tournament " + id + " create: " + plan.title());
            books.note(id, new Fact.Created(plan));
            Tournament tournament = tournament(id);
            dummies.forEach(dummy -> reception.enter(tournament, dummy));
            reception.look(tournament);
            return id;
        });
    }

    @Override
    public CompletableFuture<Verdict> start(String by, TournamentId id) {
        return act(by, id, "start", this::start);
    }

    @Override
    public CompletableFuture<Verdict> cancel(String by, TournamentId id, String why) {
        return act(by, id, "cancel: " + why, tournament -> {
            Fact fact = new Fact.Cancelled(why);
            Optional<String> obstacle = tournament.obstacle(fact);
            if (obstacle.isEmpty()) {
                books.note(id, fact);
                room.close(tournament, "the tournament was cancelled: " + why);
            }
            return obstacle;
        });
    }

    @Override
    public CompletableFuture<Verdict> withdraw(String by, TournamentId id, String name) {
        return act(by, id, "withdraw " + name, tournament -> {
            Optional<PlayerId> player = reception.player(name);
            if (player.isEmpty()) {
                return Optional.of("nobody is called " + name);
            }
            return noted(tournament, new Fact.Withdrawn(player.get(), "by the admin"));
        });
    }

    @Override
    public CompletableFuture<Verdict> enter(String by, TournamentId id, String name) {
        return act(
                by,
                id,
                "enter " + name,
                tournament -> reception
                        .player(name)
                        .map(player -> reception.enter(tournament, player))
                        .orElseGet(() -> Optional.of("nobody is called " + name)));
    }

    private CompletableFuture<Verdict> act(
            String by, TournamentId id, String what, Function<Tournament, Optional<String>> work) {
        return books.inTurn(() -> books.find(id)
                .map(TournamentFile::tournament)
                .map(tournament -> {
                    books.acted(by, "tournament " + id + " " + what);
                    Optional<String> obstacle = work.apply(tournament);
                    proceed(tournament);
                    return obstacle.<Verdict>map(Verdict.Refused::new).orElseGet(Verdict.Done::new);
                })
                .orElseGet(Verdict.Unknown::new));
    }

    private void look(Tournament tournament) {
        reception.look(tournament);
        GameTime startsAt = tournament.plan().startsAt();
        if (tournament.phase() == TournamentPhase.ENTRY
                && startsAt != null
                && !books.now().isBefore(startsAt)) {
            start(tournament).ifPresent(why -> {
                LOG.warn("tournament {} cannot start: {}", tournament.id(), why);
                books.note(tournament.id(), new Fact.Cancelled(why));
            });
        }
        GameTime dueAt = tournament.dueAt();
        if (dueAt != null && !books.now().isBefore(dueAt)) {
            books.note(tournament.id(), new Fact.Woke());
        }
        room.watch(tournament);
        proceed(tournament);
    }

    private Optional<String> start(Tournament tournament) {
        reception.look(tournament);
        boolean checkIn = tournament.plan().entering().checkIn();
        List<PlayerId> field = tournament.field().stream()
                .filter(member -> member.state() == EntrantState.IN)
                .map(Member::player)
                .filter(player -> !checkIn || scouts.isOnline(player))
                .toList();
        if (tournament.phase() == TournamentPhase.ENTRY && field.size() < ENTRANTS_MIN) {
            return Optional.of("two entrants are needed, there are " + field.size() + (checkIn ? " connected" : ""));
        }
        Pool pool = BoutPool.of(tournament.plan());
        List<PlayerId> seeding = Seeding.byStrength(
                field,
                player ->
                        scouts.rating(player, pool).map(Scouts.Rating::certain).orElse(0.0),
                tournament.plan().seed());
        boolean frozen = tournament.plan().entering().door() == Plan.Door.FROZEN;
        return noted(tournament, new Fact.Started(seeding, frozen ? reception.versions(seeding) : Map.of()));
    }

    private Optional<String> noted(Tournament tournament, Fact fact) {
        Optional<String> obstacle = tournament.obstacle(fact);
        if (obstacle.isEmpty()) {
            books.note(tournament.id(), fact);
        }
        return obstacle;
    }

    private void over(GameOver over) {
        if (books.isDraining()) {
            // The next process finds out how it ended.
            return;
        }
        room.over(over).ifPresent(table -> {
            Tournament tournament = tournament(table.tournament());
            room.end(tournament, table.bout(), over);
            proceed(tournament);
        });
    }

    /** Opens what was drawn, or lets everybody go where it is over. */
    private void proceed(Tournament tournament) {
        switch (tournament.phase()) {
            case ENTRY -> {}
            case RUNNING -> room.openNext(tournament);
            case FINISHED, CANCELLED -> room.close(tournament, "the tournament is over");
        }
    }

    private List<Tournament> going() {
        List<Tournament> going = new ArrayList<>();
        for (TournamentFile file : books.all()) {
            if (!file.tournament().phase().isOver()) {
                going.add(file.tournament());
            }
        }
        return going;
    }

    private Tournament tournament(TournamentId id) {
        return books.find(id)
                .map(TournamentFile::tournament)
                .orElseThrow(() -> new IllegalStateException("no tournament " + id));
    }
}
