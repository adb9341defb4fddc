package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.FILL;
import static io.botpit.persistence.jooq.Tables.GAME_ORDER;
import static io.botpit.persistence.jooq.Tables.WALLET;
import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.OrderStatus;
import io.botpit.game.RefereeAct;
import io.botpit.persistence.jooq.DefaultSchema;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.Shelf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/** What the tables promise, on whatever database. */
abstract class ProjectionContract extends ArchiveContract {
    /** They come from the lobby, in a turn of their own. */
    private static final Set<String> ACCOUNTS = Set.of("player", "leaderboard");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void theTablesShowWhatTheGameKnows() {
        try (Played played = new Played(folder, "g1", 7).commands(3_000)) {
            assertThat(projection.project(played.head, played.all)).isTrue();

            assertThat(openOrders()).isEqualTo(played.openOrders());
            assertThat(wallets()).isEqualTo(played.wallets());
            assertThat(database.sql().fetchCount(FILL))
                    .isEqualTo(played.events(Event.Filled.class).size())
                    .isPositive();
            assertThat(database.sql().fetchCount(GAME_ORDER))
                    .isEqualTo(played.events(Event.Accepted.class).size());
            assertThat(projection.lastSequence(played.id())).isEqualTo(3_004);
        }
    }

    @Test
    void batchesOfAnySizeAndRepetitionsMakeTheSameRows() {
        try (Played played = new Played(folder, "g1", 8).commands(600).act(new RefereeAct.End(EndCause.REFEREE))) {
            projection.project(played.head, played.all);
            Map<String, List<String>> atOnce = rows();
            projection.project(played.head, played.all);
            assertThat(rows()).isEqualTo(atOnce);

            projection.forget(played.id());
            assertThat(rows().values()).allMatch(List::isEmpty);
            for (int i = 0; i < played.all.size(); i += 7) {
                projection.project(
                        played.head, played.all.subList(Math.max(0, i - 3), Math.min(i + 7, played.all.size())));
            }
            assertThat(rows()).isEqualTo(atOnce);
        }
    }

    @Test
    void aRowThatDoesNotFollowFromTheJournalIsFound() {
        try (Played played = new Played(folder, "g1", 17).commands(500)) {
            projection.project(played.head, played.all.subList(0, 450));
            TableCheck check = new TableCheck(database, folder);
            assertThat(check.differences()).isEmpty();

            Record wallet =
                    database.sql().fetchSingle(WALLET, WALLET.PLAYER_ID.eq(2).and(WALLET.ASSET.eq("BTC")));
            long free = wallet.get(WALLET.FREE);
            database.sql().execute("update wallet set free = free + 1 where player_id = 2 and asset = 'BTC'");
            assertThat(check.differences())
                    .containsExactly(new RowDifference(
                            "wallet",
                            "game_id=g1 player_id=2 asset=BTC",
                            "free",
                            String.valueOf(free),
                            String.valueOf(free + 1)));

            database.sql().execute("update projection set last_seq = 600");
            assertThat(check.differences())
                    .containsExactly(new RowDifference("projection", "game_id=g1", "last_seq", "504", "600"));
        }
    }

    @Test
    void rowsThatAreMissingOrTooManyAreFoundAndNotAllOfThemNamed() {
        openAccounts();
        try (Played played = new Played(folder, "g1", 18).commands(500)) {
            projection.project(played.head, played.all);
            new Accounts(database.sql()).replace(LobbyJournal.readOnly(folder));
            TableCheck check = new TableCheck(database, folder);
            assertThat(check.differences()).isEmpty();

            database.sql().execute("delete from fill where trade = 1 and side = 'BUY'");
            database.sql().execute("update player set name = 'eve' where id = 1");
            database.sql().execute("insert into projection values ('g7', 1, 0)");
            assertThat(check.differences())
                    .extracting(d -> d.table() + " " + d.key() + " " + d.column())
                    .containsExactly(
                            "player id=1 name", "fill game_id=g1 trade=1 side=BUY *", "projection game_id=g7 *");
            assertThat(check.differences().get(1).found()).isEqualTo("no row");

            database.sql().execute("update game_order set placed_at = 1");
            assertThat(check.differences())
                    .filteredOn(d -> d.table().equals("game_order"))
                    .hasSize(10);
        }
    }

    @Test
    void whatIsWrongBehindTheFirstStretchIsFoundToo() {
        try (Played played = new Played(folder, "g1", 19).commands(3_000)) {
            projection.project(played.head, played.all);
            TableCheck check = new TableCheck(database, folder);
            assertThat(check.differences()).isEmpty();

            long last = played.events(Event.Accepted.class).size();
            assertThat(last).isGreaterThan(RowCompare.NUMBERS_MAX);
            database.sql().execute("update game_order set number = 9223372036854775807 where number = " + last);

            assertThat(check.differences())
                    .extracting(d -> d.key() + " " + d.found().equals("no row"))
                    .containsExactly(
                            "game_id=g1 number=" + last + " true", "game_id=g1 number=9223372036854775807 false");
        }
    }

    @Test
    void aGapIsNoticedAndChangesNothingBehindIt() {
        try (Played played = new Played(folder, "g1", 9).commands(100)) {
            projection.project(played.head, played.all.subList(0, 50));
            Map<String, List<String>> before = rows();

            assertThat(projection.project(played.head, played.all.subList(51, 60)))
                    .isFalse();
            assertThat(rows()).isEqualTo(before);
        }
    }

    @Test
    void whatTheProjectorWroteIsWhatItWritesAfterAllWasThrownAway() {
        try (Played played = new Played(folder, "g1", 10).commands(1_000).act(new RefereeAct.End(EndCause.REFEREE))) {
            openAccounts();
            try (Projector projector = new Projector(database, Shelf.of(folder))) {
                projector.start();
                played.all.forEach(committed -> projector.offer(played.id(), committed));
                await(played);
            }
            Map<String, List<String>> live = rows();

            database.sql().execute("update wallet set free = 1");
            database.sql().execute("delete from fill");
            database.sql().execute("delete from projection");
            try (Projector projector = new Projector(database, Shelf.of(folder))) {
                projector.start();
                await(played);
                assertThat(rows()).isEqualTo(live);
                assertThat(projector.problems()).isEmpty();
            }
        }
    }

    @Test
    void whatDidNotFitIntoTheQueueIsFetchedFromTheJournalWhileTheGameGoesOn() {
        try (Played played = new Played(folder, "g1", 11).commands(2_000);
                Projector projector = new Projector(database, Shelf.of(folder), 4)) {
            played.all.forEach(committed -> projector.offer(played.id(), committed));
            projector.start();
            for (int i = 0; i < 100; i++) {
                played.commands(20)
                        .all
                        .subList(played.all.size() - 20, played.all.size())
                        .forEach(committed -> projector.offer(played.id(), committed));
            }

            await(played);
            assertThat(wallets()).isEqualTo(played.wallets());
            Awaitility.await().atMost(PATIENCE).until(() -> projector.gamesBehind() == 0);
        }
    }

    @Test
    void theProjectorGoesOnWhereItStoppedAndTheJournalWins() {
        try (Played played = new Played(folder, "g1", 12).commands(300)) {
            projection.project(played.head, played.all.subList(0, 100));
            try (Projector projector = new Projector(database, Shelf.of(folder))) {
                projector.start();
                await(played);
            }
            Map<String, List<String>> right = rows();
            database.sql().execute("update projection set last_seq = 99999");
            database.sql().execute("update wallet set free = 1");
            try (Projector projector = new Projector(database, Shelf.of(folder))) {
                projector.start();
                await(played);
            }
            assertThat(rows()).isEqualTo(right);
        }
    }

    private Map<Long, String> openOrders() {
        Map<Long, String> open = new TreeMap<>();
        database.sql()
                .selectFrom(GAME_ORDER)
                .where(GAME_ORDER.STATUS.eq(OrderStatus.OPEN.name()))
                .forEach(row -> open.put(
                        row.get(GAME_ORDER.NUMBER),
                        row.get(GAME_ORDER.OPEN_SIZE) + " open, " + row.get(GAME_ORDER.FILLED) + " filled, "
                                + row.get(GAME_ORDER.TRADED) + " traded"));
        return open;
    }

    private Map<String, Long> wallets() {
        Map<String, Long> wallets = new TreeMap<>();
        database.sql()
                .selectFrom(WALLET)
                .forEach(row -> wallets.put(
                        row.get(WALLET.PLAYER_ID) + " " + row.get(WALLET.ASSET),
                        row.get(WALLET.FREE) * 3 + row.get(WALLET.HELD)));
        return wallets;
    }

    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            if (!ACCOUNTS.contains(table.getName())) {
                rows.put(
                        table.getName(),
                        database.sql().selectFrom(table).fetch(Object::toString).stream()
                                .sorted()
                                .toList());
            }
        }
        return rows;
    }
}
