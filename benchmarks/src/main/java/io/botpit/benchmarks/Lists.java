package io.botpit.benchmarks;

import io.botpit.game.GamePhase;
import io.botpit.game.PlayerId;
import io.botpit.persistence.Archive;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.Database;
import io.botpit.persistence.GameSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the lists of the site cost the tables when many games are over: 48,000 results of 40 players in an H2 file, asked
 * as the pages ask, beside a tenth of them. The rows are made up; no query is answered from an earlier one.
 */
final class Lists {
    private static final int GAMES = 6_000;
    private static final int SMALLER = 10;
    private static final int SEATS = 8;
    private static final int PLAYERS = 40;
    private static final int ROWS = 50;
    private static final int PLACES = 10;
    private static final int WARM_UPS = 5;
    private static final String FEW = " of few";
    private static final String NAMES = ";DATABASE_TO_LOWER=TRUE";

    private static final List<PlayerId> ALL =
            IntStream.rangeClosed(1, PLAYERS).mapToObj(PlayerId::new).toList();
    private static final PlayerId BUSY = ALL.getFirst();
    private static final Rounds.Measure<Double> MILLIS = new Rounds.Measure<>("ms", millis -> millis);

    /** As a page asks it. */
    private record Query(String name, Consumer<Database> asked) {
        double millis(Database database) {
            long began = System.nanoTime();
            asked.accept(database);
            return (System.nanoTime() - began) / 1e6;
        }
    }

    private static final List<Query> QUERIES = List.of(
            new Query("leaderboard by score", tables -> tables.careers().leaderboard(ROWS, 0)),
            new Query("records of the rated", tables -> tables.careers().contenders(ALL)),
            new Query("last places of each", tables -> tables.careers().placings(ALL, PLACES)),
            new Query("all bots", tables -> tables.careers().contenders("", ROWS, 0)),
            new Query("results of a bot", tables -> tables.careers().placings(List.of(BUSY), Archive.ROWS_MAX)),
            new Query("rivals of a bot", tables -> tables.careers().rivals(BUSY, PLACES)),
            new Query("replays", tables -> tables.archive().games(over(null), List.of(), ROWS, 0)),
            new Query("replays of a bot", tables -> tables.archive().games(over(BUSY), List.of(), ROWS, 0)));

    private Lists() {}

    static List<Figure> run(Settings settings) throws IOException, SQLException {
        Rounds<Double> rounds = new Rounds<>();
        try (Scratch scratch = Scratch.make();
                DataFolder many = filled(scratch.path("many"), GAMES);
                DataFolder few = filled(scratch.path("few"), GAMES / SMALLER);
                Database large = Database.open(many);
                Database small = Database.open(few)) {
            forget(scratch.path("many"));
            forget(scratch.path("few"));
            for (int i = -WARM_UPS; i < settings.rounds(); i++) {
                for (Query query : QUERIES) {
                    double ofMany = query.millis(large);
                    double ofFew = query.millis(small);
                    if (i >= 0) {
                        rounds.add(query.name, ofMany);
                        rounds.add(query.name + FEW, ofFew);
                    }
                }
            }
            return QUERIES.stream()
                    .map(query -> rounds.figure(query.name, query.name, query.name + FEW, MILLIS))
                    .toList();
        }
    }

    private static GameSearch over(@Nullable PlayerId player) {
        return new GameSearch("", Set.of(GamePhase.ENDED), player);
    }

    private static DataFolder filled(Path folder, int games) throws IOException, SQLException {
        DataFolder data = DataFolder.lock(folder);
        Database.open(data).close();
        // What was written behind its back would else be taken for damage.
        Files.delete(folder.resolve("botpit.mv.db.seal"));
        execute(
                folder,
                "insert into player (id, name, house, opened_at) select x, 'bot-' || x, false, 0 from "
                        + numbers(1, PLAYERS));
        execute(
                folder,
                "insert into game (id, title, preset, behavior_version, phase, opened_at, started_at, ended_at,"
                        + " time_limit_millis) select 'g' || x, 'Game ' || x, 'classic', 1, 'ENDED', x * 60000000,"
                        + " x * 60000000, x * 60000000 + 1, 60000 from " + numbers(1, games));
        String seats = " from " + numbers(1, games) + " g, " + numbers(0, SEATS - 1) + " s";
        String player = "mod(g.x * 7 + s.x * 5, " + PLAYERS + ") + 1";
        execute(
                folder,
                "insert into participant (game_id, player_id, name, frozen, admitted_seq, admitted_at)"
                        + " select 'g' || g.x, " + player + ", 'bot', false, 1, 0" + seats);
        execute(
                folder,
                "insert into result (game_id, player_id, place, name, equity, score, equity_decimal,"
                        + " score_decimal, ended_at) select 'g' || g.x, " + player + ", s.x + 1, 'bot', 1, 1, 10000.25,"
                        + " mod(g.x * 31 + s.x * 17, 1000) / 4.0, g.x * 60000000 + 1" + seats);
        return data;
    }

    private static String numbers(int first, int last) {
        return "(select \"X\" as x from system_range(" + first + ", " + last + "))";
    }

    /** H2 answers a query it knows from memory while nothing has changed; on a server games end all the time. */
    private static void forget(Path folder) throws SQLException {
        execute(folder, "set optimize_reuse_results 0");
    }

    private static void execute(Path folder, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("botpit") + NAMES, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
