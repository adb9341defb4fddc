package io.botpit.server.tournament;

import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.random.Dice;
import io.botpit.game.rules.Entry;
import io.botpit.game.tournament.Bout;
import io.botpit.game.tournament.Bout.State;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.Plan;
import io.botpit.game.tournament.Results;
import io.botpit.game.tournament.Tournament;
import io.botpit.persistence.journal.GameEnd;
import io.botpit.server.lobby.Accounts;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.Assignments;
import io.botpit.server.lobby.BoutOf;
import io.botpit.server.lobby.GameOver;
import io.botpit.server.lobby.Lobby;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.lobby.TournamentBooks;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bouts that are being played: opens their games, waits for their bots, takes their results. Lobby's thread only. */
final class BoutRoom {
    private static final Logger LOG = LoggerFactory.getLogger(BoutRoom.class);
    private static final String NO_OPPONENT = "nobody came to play against";

    private final TournamentBooks books;
    private final Accounts accounts;
    private final Assignments assignments;
    private final HouseSeats house;
    private final BoutRules rules;
    private final SecureRandom seeds = new SecureRandom();
    private final Map<GameId, Table> tables = new LinkedHashMap<>();

    BoutRoom(ArenaLobby lobby, HouseSeats house, BoutRules rules) {
        this.books = lobby.tournaments();
        this.accounts = lobby.accounts();
        this.assignments = lobby.assignments();
        this.house = house;
        this.rules = rules;
    }

    /** Goes on with what an earlier process played, or takes its result. */
    void resume(Tournament tournament) {
        for (Bout bout : tournament.bouts()) {
            switch (bout.state()) {
                case State.Open(var id, var _) ->
                    books.find(id)
                            .ifPresentOrElse(
                                    game -> take(tournament, bout, game), () -> takePast(tournament, bout, id));
                case State.Over(var games, var _) ->
                    // It was decided while it waited, and the game was not told before the process ended.
                    games.forEach(id -> books.find(id)
                            .filter(game -> !game.isOver())
                            .ifPresent(game -> books.act(game, new RefereeAct.Annul(NO_OPPONENT))));
                case State.Next() -> {}
            }
        }
    }

    private void takePast(Tournament tournament, Bout bout, GameId id) {
        GameOver over = books.past(id).orElseGet(() -> new GameOver(id, GameEnd.ofVoid("its journal is lost")));
        end(tournament, bout, over);
    }

    /** Opens what can be played now and has room. */
    void openNext(Tournament tournament) {
        for (Bout bout : tournament.nextBouts()) {
            long open = tables.values().stream()
                    .filter(table -> table.tournament().equals(tournament.id()))
                    .count();
            boolean free = bout.seats().stream().noneMatch(this::isPlaying);
            if (open < tournament.plan().bouts().atOnce() && free) {
                open(tournament, bout);
            }
        }
    }

    private boolean isPlaying(PlayerId player) {
        return tables.values().stream().anyMatch(table -> table.seats(player));
    }

    private void open(Tournament tournament, Bout bout) {
        NewGame wanted = wanted(tournament, bout);
        Optional<OpenGame> opened = books.open(wanted, new BoutOf(tournament.id(), bout.number()));
        opened.ifPresentOrElse(
                game -> {
                    LOG.atInfo()
                            .addKeyValue("game", game.id())
                            .log("tournament {}: bout {} is game {}", tournament.id(), bout.number(), game.id());
                    take(tournament, bout, game);
                },
                () -> LOG.warn(
                        "tournament {}: bout {} waits: limit games_open_max={}",
                        tournament.id(),
                        bout.number(),
                        Lobby.GAMES_OPEN_MAX));
    }

    private void take(Tournament tournament, Bout bout, OpenGame game) {
        tables.put(game.id(), new Table(tournament.id(), bout, game, books.now()));
        String roster = tournament.plan().house(bout.seats().size());
        if (!roster.isEmpty()) {
            house.makeMarket(game.id(), roster, game.rules().seed());
        }
        bout.seats().forEach(seat -> assignments.assign(seat, game));
    }

    private NewGame wanted(Tournament tournament, Bout bout) {
        List<String> names = bout.seats().stream().map(tournament::nameOf).toList();
        Entry entry = new Entry(names, 0, isRated(tournament, bout));
        return rules.game(
                tournament.plan().bouts(),
                new BoutRules.Circumstances(
                        title(tournament, bout), entry, bout.half(), seed(tournament.plan(), bout)));
    }

    /** Not where the house plays, nor an owner against himself, nor where the seed is that of another table. */
    private boolean isRated(Tournament tournament, Bout bout) {
        long owners = bout.seats().stream().map(accounts::ownerOf).distinct().count();
        Plan plan = tournament.plan();
        return plan.dummies() == 0
                && !plan.duplicate()
                && owners == bout.seats().size();
    }

    /** A fresh one; where tables are compared, that of the round. */
    private long seed(Plan plan, Bout bout) {
        return plan.duplicate()
                ? new Dice(plan.seed())
                        .split("market")
                        .split(bout.spot().round())
                        .next()
                : seeds.nextLong();
    }

    private static String title(Tournament tournament, Bout bout) {
        Bout.Spot spot = bout.spot();
        return tournament.plan().title() + ", round " + spot.round() + ", table " + spot.table()
                + (spot.game() > 1 ? ", game " + spot.game() : "");
    }

    /** Begins without those who did not come in time. */
    void watch(Tournament tournament) {
        long patience = tournament.plan().bouts().noShowMillis();
        for (Table table : List.copyOf(tables.values())) {
            boolean ours = table.tournament().equals(tournament.id());
            if (ours && table.isWaiting() && !books.now().isBefore(table.since().plusMillis(patience))) {
                beginWithout(tournament, table, table.missing(tournament::nameOf));
            }
        }
    }

    private void beginWithout(Tournament tournament, Table table, List<PlayerId> missing) {
        int number = table.bout().number();
        if (!missing.isEmpty()) {
            books.note(tournament.id(), new Fact.NoShow(number, missing));
        }
        if (table.bout().seats().size() - missing.size() > 1) {
            books.act(table.game(), new RefereeAct.Start());
        } else {
            tables.remove(table.game().id());
            books.note(tournament.id(), new Fact.BoutPlayed(number, Results.withoutGame(table.bout(), missing)));
            books.act(table.game(), new RefereeAct.Annul(NO_OPPONENT));
        }
    }

    /** A game is over; whose bout it was, if it was one. */
    Optional<Table> over(GameOver over) {
        return Optional.ofNullable(tables.remove(over.game()));
    }

    /** Gives the result of a bout back; what the server itself ended is played again. */
    void end(Tournament tournament, Bout bout, GameOver over) {
        GameEnd end = over.end();
        if (end.cause() == null || end.cause() == EndCause.SHUTDOWN) {
            books.note(tournament.id(), new Fact.BoutVoided(bout.number(), end.why()));
        } else {
            List<PlayerId> missing =
                    tournament.bouts().get(bout.number() - 1).state() instanceof State.Open(var _, var noShows)
                            ? noShows
                            : List.of();
            books.note(tournament.id(), new Fact.BoutPlayed(bout.number(), Results.of(bout, end.finish(), missing)));
        }
    }

    /** The tournament is over: its games end, its bots go where they like. */
    void close(Tournament tournament, String why) {
        for (Table table : List.copyOf(tables.values())) {
            if (table.tournament().equals(tournament.id())) {
                tables.remove(table.game().id());
                books.act(table.game(), new RefereeAct.Annul(why));
            }
        }
        tournament.bouts().stream()
                .flatMap(bout -> bout.seats().stream())
                .distinct()
                .filter(player -> !isPlaying(player))
                .forEach(assignments::release);
    }
}
