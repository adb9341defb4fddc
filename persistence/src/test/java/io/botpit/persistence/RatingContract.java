package io.botpit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.rating.Pool;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.LobbyRecord.GameClosed;
import io.botpit.persistence.journal.LobbyRecord.GameOpened;
import io.botpit.persistence.journal.LobbyRecord.VersionAnnounced;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the tables say of ratings, on whatever database. Dan is the house's. */
abstract class RatingContract extends ProjectionContract {
    private static final Pool POOL = Pool.FREE_FOR_ALL_RACE;
    private static final GameTime SOON = new GameTime(10_000_000);

    @Test
    void resultsCountInTheOrderOfTheListWheneverTheyCome() {
        openAccounts();
        new Accounts(database.sql()).replace(LobbyJournal.readOnly(folder));
        new Listing(database.sql()).project(opened(4));
        RatingBook book = new RatingBook(database.sql());
        List<Played> games = games(4);

        project(database, games.get(1));
        project(database, games.get(3));
        book.update();
        assertThat(database.rankLists().sizes()).isEmpty();
        assertThat(database.rankLists().waitsFor()).contains(new GameId("g1"));
        project(database, games.get(0));
        book.update();
        assertThat(history(1)).containsExactly("g2", "g1");
        project(database, games.get(2));
        book.update();
        assertThat(history(1)).containsExactly("g4", "g3", "g2", "g1");
        assertThat(database.rankLists().waitsFor()).isEmpty();
        assertThat(stored(database)).isEqualTo(cleanReplay(games, opened(4)));
        assertThat(new RatingCheck(database).compare(_ -> {}).difference()).isNull();
        games.forEach(Played::close);
    }

    @Test
    void aGameThatIsAnnulledLaterLeavesTheRatingsOfACleanReplay() {
        openAccounts();
        new Accounts(database.sql()).replace(LobbyJournal.readOnly(folder));
        List<Played> games = games(3);
        List<LobbyRecord> records = new ArrayList<>(opened(3));
        new Listing(database.sql()).project(records);
        games.forEach(game -> project(database, game));
        RatingBook book = new RatingBook(database.sql());
        book.update();
        assertThat(history(1)).containsExactly("g3", "g2", "g1");

        LobbyRecord annulment = new GameClosed(new GameId("g2"), true, "a wrong price", SOON);
        new Listing(database.sql()).project(List.of(annulment));
        records.add(annulment);
        assertThat(new RatingCheck(database).compare(_ -> {}).difference()).isNotNull();
        book.repair();
        book.update();

        assertThat(history(1)).containsExactly("g3", "g1");
        assertThat(stored(database)).isEqualTo(cleanReplay(games, records));
        games.forEach(Played::close);
    }

    @Test
    void aRatingThatSomebodyChangedIsFoundAndPutRight() {
        openAccounts();
        new Accounts(database.sql()).replace(LobbyJournal.readOnly(folder));
        List<Played> games = games(2);
        new Listing(database.sql()).project(opened(2));
        games.forEach(game -> project(database, game));
        RatingBook book = new RatingBook(database.sql());
        book.repair();
        book.update();
        List<String> right = stored(database);
        List<String> text = new ArrayList<>();
        Recomputed sound = new RatingCheck(database).compare(text::add);
        assertThat(text).isEqualTo(right).hasSize((int) sound.lines());

        database.sql().execute("update rating set value_after = value_after + 1e-9 where player_id = 2");

        Recomputed.Difference difference =
                new RatingCheck(database).compare(_ -> {}).difference();
        assertThat(difference).isNotNull();
        assertThat(right.get((int) difference.line() - 1)).isEqualTo(difference.computed());
        assertThat(difference.stored()).startsWith("rating 2 free-for-all-race ");
        book.repair();
        book.update();
        assertThat(stored(database)).isEqualTo(right);
        games.forEach(Played::close);
    }

    @Test
    void theListShowsWhatIsKnownNow() {
        List<Played> games = twoRated();
        RankLists lists = database.rankLists();

        assertThat(lists.sizes()).containsOnlyKeys(POOL).containsEntry(POOL, 3);
        assertThat(lists.list(POOL, SOON)).hasSize(3).allSatisfy(row -> {
            assertThat(row.now().held().games()).isEqualTo(2);
            assertThat(row.now().shown()).isEqualTo(row.now().held().rating());
            assertThat(row.rankBefore()).isNull();
        });
        GameTime tomorrow = SOON.plusMillis(48L * 3_600 * 1_000);
        assertThat(lists.list(POOL, tomorrow))
                .allSatisfy(
                        row -> assertThat(row.rankBefore()).isEqualTo(row.now().rank()));
        PlayerId first = lists.list(POOL, SOON).getFirst().now().player();
        assertThat(lists.history(first, POOL, 1, 0)).singleElement().satisfies(point -> {
            assertThat(point.change().game()).isEqualTo(new GameId("g2"));
            assertThat(point.change().after().rating())
                    .isEqualTo(lists.list(POOL, SOON).getFirst().now().shown());
            assertThat(point.endedAt()).isGreaterThan(GameTime.EPOCH);
        });
        database.sql().execute("update rating set deviation_after = 50");
        new Listing(database.sql()).project(List.of(new VersionAnnounced(first, "1.9", true, SOON)));
        assertThat(lists.list(POOL, tomorrow))
                .allSatisfy(row -> assertThat(row.now().shown().deviation())
                        .as("a version announced in a tournament")
                        .isEqualTo(50));
        new Listing(database.sql()).project(List.of(new VersionAnnounced(first, "2.0", false, tomorrow)));
        assertThat(lists.versions(first, 10))
                .containsExactly(new VersionRow("2.0", tomorrow), new VersionRow("1.9", SOON));
        assertThat(lists.list(POOL, tomorrow))
                .filteredOn(row -> row.now().player().equals(first))
                .allSatisfy(row -> assertThat(row.now().shown().deviation()).isEqualTo(180));
        assertThat(lists.list(POOL, SOON))
                .allSatisfy(row -> assertThat(row.now().shown().deviation()).isEqualTo(50));
        games.forEach(Played::close);
    }

    @Test
    void placesAreComparedWithWhatWasForetold() {
        List<Played> games = twoRated();

        assertThat(database.surprises().of(new GameId("g1"))).hasSize(3).allSatisfy(surprise -> {
            assertThat(surprise.game().expected()).as("of newcomers").isEqualTo(2);
            assertThat(surprise.games()).isEqualTo(1);
        });
        List<Surprise> surprises = database.surprises().of(new GameId("g2"));
        assertThat(surprises)
                .hasSize(3)
                .allSatisfy(surprise -> assertThat(surprise.games()).isEqualTo(2));
        assertThat(surprises.stream()
                        .mapToDouble(each -> each.game().expected())
                        .sum())
                .isCloseTo(1 + 2 + 3, within(1e-9));
        assertThat(database.surprises().of(new GameId("g9"))).isEmpty();
        games.forEach(Played::close);
    }

    /** Two games whose results are in the ratings. */
    private List<Played> twoRated() {
        openAccounts();
        new Accounts(database.sql()).replace(LobbyJournal.readOnly(folder));
        List<Played> games = games(2);
        new Listing(database.sql()).project(opened(2));
        games.forEach(game -> project(database, game));
        new RatingBook(database.sql()).update();
        return games;
    }

    private List<String> cleanReplay(List<Played> games, List<LobbyRecord> records) {
        try (ScratchDatabase clean = ScratchDatabase.open()) {
            new Accounts(clean.database().sql()).replace(LobbyJournal.readOnly(folder));
            new Listing(clean.database().sql()).replace(records);
            games.forEach(game -> project(clean.database(), game));
            new RatingBook(clean.database().sql()).update();
            return stored(clean.database());
        }
    }

    private static List<String> stored(Database database) {
        List<String> lines = new ArrayList<>();
        new RatingSheet(database.sql()).stored(lines::add);
        return lines;
    }

    private static void project(Database database, Played game) {
        new Projection(database.sql()).project(game.head, game.all);
    }

    private List<String> history(int player) {
        return database.rankLists().history(new PlayerId(player), POOL, 10, 0).stream()
                .map(point -> point.change().game().text())
                .toList();
    }

    /** Games of a tenth of a second that end by their time limit or, with the clock paused, by the referee. */
    private List<Played> games(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Played(folder, "g" + number, rules(40 + number))
                        .act(new RefereeAct.Resume())
                        .commands(150)
                        .act(new RefereeAct.Resume())
                        .idle(150)
                        .act(new RefereeAct.End(EndCause.REFEREE)))
                .toList();
    }

    private static GameRules rules(long seed) {
        return Presets.named(Presets.OPEN_MARKET, seed).with(new Entry(List.of(), 0, true), new Schedule(false, 100));
    }

    private static List<LobbyRecord> opened(int count) {
        return IntStream.rangeClosed(1, count)
                .<LobbyRecord>mapToObj(number -> new GameOpened(
                        new GameId("g" + number), "The cup", false, null, new GameTime(1_000_000 + number)))
                .toList();
    }
}
