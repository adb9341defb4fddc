package io.botpit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Standing;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.Shelf;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked of the tables, on whatever database. */
abstract class ArchiveContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    Database database;
    Projection projection;

    abstract Database open();

    @BeforeEach
    void openTheDatabase() {
        database = open();
        projection = new Projection(database.sql());
    }

    @AfterEach
    void closeTheDatabase() {
        database.close();
    }

    @Test
    void aFinishedGameHasResultsAndItsPlayersARank() {
        openAccounts();
        try (Played first = new Played(folder, "g1", 13).commands(400).act(new RefereeAct.End(EndCause.REFEREE));
                Played second = new Played(folder, "g2", 14).commands(400).act(new RefereeAct.End(EndCause.SHUTDOWN));
                Played annulled = new Played(folder, "g3", 15).commands(400).act(new RefereeAct.Annul("power cut"));
                Projector projector = new Projector(database, Shelf.of(folder))) {
            projector.start();
            await(first);
            await(second);
            await(annulled);
            Careers careers = database.careers();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> !careers.leaderboard(1, 0).isEmpty());

            List<LeaderboardRow> board = careers.leaderboard(100, 0);
            assertThat(board).hasSize(4).allSatisfy(row -> {
                assertThat(row.games()).isEqualTo(2);
                assertThat(row.contender().house())
                        .isEqualTo(row.contender().name().equals("dan"));
                assertThat(row.totalScore())
                        .isEqualByComparingTo(first.scoreOf(row.contender().player())
                                .add(second.scoreOf(row.contender().player())));
                assertThat(row.bestScore())
                        .isEqualByComparingTo(first.scoreOf(row.contender().player())
                                .max(second.scoreOf(row.contender().player())));
                assertThat(row.lastScore())
                        .isEqualByComparingTo(second.scoreOf(row.contender().player()));
            });
            assertThat(board.stream().mapToInt(LeaderboardRow::wins).sum()).isEqualTo(2);
            assertSearched(board);
            assertCareers(first, second);
        }
    }

    private void assertSearched(List<LeaderboardRow> board) {
        Careers careers = database.careers();
        assertThat(board).extracting(LeaderboardRow::rank).containsExactly(1, 2, 3, 4);
        assertThat(careers.leaderboard(2, 3)).containsExactly(board.getLast());
        assertThat(careers.contenders("", 2, 1))
                .extracting(row -> row.contender().name())
                .containsExactly("bob", "cat");
        assertThat(careers.contenders("A", 10, 1))
                .hasSize(2)
                .isSubsetOf(board)
                .extracting(row -> row.contender().name())
                .containsExactly("cat", "dan");
        assertThat(careers.contenders("%", 10, 0)).isEmpty();
        assertThat(careers.contender(board.get(2).contender().name().toUpperCase(Locale.ROOT)))
                .contains(board.get(2));
    }

    private void assertCareers(Played first, Played second) {
        Careers careers = database.careers();
        PlayerId bob = new PlayerId(2);
        PlayerId dan = new PlayerId(4);
        Map<PlayerId, List<PlacingRow>> placings = careers.placings(List.of(bob, dan, new PlayerId(9)), 10);
        assertThat(placings).containsOnlyKeys(bob, dan);
        assertThat(placings.get(bob))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.of()).isEqualTo(4));
        assertThat(placings.get(bob)).extracting(PlacingRow::title).containsExactly("The g2 cup", "The g1 cup");
        assertThat(placings.get(bob))
                .extracting(PlacingRow::place)
                .containsExactly(placeOf(second, bob), placeOf(first, bob));
        assertThat(careers.placings(List.of(dan), 1).get(dan))
                .extracting(PlacingRow::game)
                .containsExactly(second.id());

        assertThat(careers.rivals(bob, 10))
                .extracting(row -> row.rival().name() + " " + row.rival().house() + " " + row.met())
                .containsExactly("ann false 2", "cat false 2", "dan true 2");
        assertThat(careers.rivals(bob, 10)).allSatisfy(row -> {
            PlayerId rival = row.rival().player();
            List<Integer> signs = List.of(first, second).stream()
                    .map(game -> Integer.compare(placeOf(game, bob), placeOf(game, rival)))
                    .toList();
            assertThat(row.ahead()).isEqualTo(Collections.frequency(signs, -1));
            assertThat(row.behind()).isEqualTo(Collections.frequency(signs, 1));
        });
        assertThat(careers.rivals(bob, 2)).hasSize(2);
    }

    private static int placeOf(Played game, PlayerId player) {
        return game.finalTable().stream()
                .filter(row -> row.player().equals(player))
                .mapToInt(Standing::place)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void gamesAreFoundByTitlePhaseAndPlayer() {
        try (Played first = new Played(folder, "g1", 13).commands(400).act(new RefereeAct.End(EndCause.REFEREE));
                Played second = new Played(folder, "g2", 14).commands(40);
                Played annulled = new Played(folder, "g11", 15).commands(40).act(new RefereeAct.Annul("power cut"))) {
            second.act(new RefereeAct.Admit(new PlayerId(7), "eve"));
            List.of(first, second, annulled).forEach(played -> projection.project(played.head, played.all));

            assertThat(found("CUP", null, GamePhase.values())).containsExactly(annulled.id(), second.id(), first.id());
            assertThat(found("G1", null, GamePhase.values())).containsExactly(annulled.id(), first.id());
            assertThat(found("g_", null, GamePhase.values())).isEmpty();
            assertThat(found("", null, GamePhase.ENDED)).containsExactly(first.id());
            assertThat(found("", null, GamePhase.ENDED, GamePhase.VOID)).containsExactly(annulled.id(), first.id());
            assertThat(found("", null)).isEmpty();
            assertThat(found("", new PlayerId(7), GamePhase.values())).containsExactly(second.id());
            assertThat(found("", new PlayerId(7), GamePhase.ENDED)).isEmpty();

            Standing best = first.finalTable().getFirst();
            assertThat(database.archive().winners(List.of(first.id(), second.id(), annulled.id())))
                    .containsOnlyKeys(first.id())
                    .hasEntrySatisfying(first.id(), winner -> {
                        assertThat(winner.name()).isEqualTo(best.name());
                        assertThat(winner.score()).isEqualByComparingTo(first.scoreOf(best.player()));
                    });
        }
    }

    @Test
    void gamesAreListedNewestFirstAndFinishedOnesHaveTheirTable() {
        try (Played first = new Played(folder, "g1", 13).commands(400).act(new RefereeAct.End(EndCause.REFEREE));
                Played second = new Played(folder, "g2", 14)
                        .act(new RefereeAct.SetMode(GameMode.VIEW_ONLY, false))
                        .act(new RefereeAct.SetMode(GameMode.CANCEL_ONLY, false))
                        .act(new RefereeAct.End(EndCause.SHUTDOWN));
                Played annulled = new Played(folder, "g3", 15).commands(40).act(new RefereeAct.Annul("power cut"))) {
            List.of(first, second, annulled).forEach(played -> projection.project(played.head, played.all));
            Archive archive = database.archive();
            List<Standing> table = first.finalTable();
            assertThat(archive.results(first.id())).hasSize(4).satisfies(rows -> {
                assertThat(rows.getFirst().place()).isEqualTo(1);
                assertThat(rows.getFirst().contender().name())
                        .isEqualTo(table.getFirst().name());
                assertThat(rows.getFirst().score())
                        .isEqualByComparingTo(
                                BigDecimal.valueOf(table.getFirst().score().units(), 10));
                assertThat(rows.getFirst().wallet().keySet()).containsExactly("USD", "BTC", "ETH");
            });
            assertThat(archive.results(annulled.id())).isEmpty();
            assertThat(archive.finalMarks(annulled.id())).isEmpty();
            assertThat(archive.finalMarks(first.id())).isEqualTo(first.marks());

            assertThat(archive.games(GameSearch.ALL, Set.of(), 10, 0))
                    .extracting(GameRow::game)
                    .containsExactly(annulled.id(), second.id(), first.id());
            assertThat(archive.games(GameSearch.ALL, Set.of(), 1, 1))
                    .extracting(GameRow::game)
                    .containsExactly(second.id());
            assertThat(archive.games(GameSearch.ALL, Set.of(annulled.id()), 2, 0))
                    .hasSize(2);
            assertThat(archive.game(first.id()).orElseThrow().mode()).isEqualTo(GameMode.FULL);
            assertThat(archive.game(second.id()).orElseThrow().mode()).isEqualTo(GameMode.CANCEL_ONLY);
            assertThat(archive.game(annulled.id()).orElseThrow().phase()).isEqualTo(GamePhase.VOID);
            assertThat(archive.game(new GameId("g9"))).isEmpty();
        }
    }

    @Test
    void tradesComeInPages() {
        try (Played played = new Played(folder, "g1", 16).commands(1_500)) {
            projection.project(played.head, played.all);
            Archive archive = database.archive();
            List<Event.Traded> traded = played.events(Event.Traded.class);

            List<TradeRow> trades = new ArrayList<>();
            List<TradeRow> page = archive.trades(played.id(), 0, 10);
            while (!page.isEmpty()) {
                trades.addAll(page);
                page = archive.trades(played.id(), page.getLast().number(), 10);
            }
            assertThat(trades).hasSameSizeAs(traded);
            assertThat(trades.getFirst().side())
                    .isEqualTo(traded.getFirst().trade().takerSide());
            assertThat(trades.getFirst().price())
                    .isEqualTo(
                            BigDecimal.valueOf(traded.getFirst().trade().price().ticks(), 2));
            assertThatThrownBy(() -> archive.trades(played.id(), 0, 0)).hasMessage("limit must be 1 to 1000: 0");
            assertThatThrownBy(() -> archive.games(GameSearch.ALL, Set.of(), 1_001, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private List<GameId> found(String text, @Nullable PlayerId player, GamePhase... phases) {
        return database.archive().games(new GameSearch(text, Set.of(phases), player), Set.of(), 10, 0).stream()
                .map(GameRow::game)
                .toList();
    }

    final void openAccounts() {
        try (LobbyJournal lobby = LobbyJournal.open(folder, Durability.PROCESS).journal()) {
            for (String name : Played.NAMES) {
                PlayerId player = new PlayerId(1 + Played.NAMES.indexOf(name));
                lobby.append(
                        new LobbyRecord.AccountOpened(player, name, name.equals("dan"), player, null, GameTime.EPOCH));
            }
        }
    }

    final void await(Played played) {
        Awaitility.await().atMost(PATIENCE).until(() -> projection.lastSequence(played.id()) == played.game.sequence());
    }
}
