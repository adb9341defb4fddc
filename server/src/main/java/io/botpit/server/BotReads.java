package io.botpit.server;

import io.botpit.game.PlayerId;
import io.botpit.game.rating.Pool;
import io.botpit.persistence.Archive;
import io.botpit.persistence.Careers;
import io.botpit.persistence.Contender;
import io.botpit.persistence.LeaderboardRow;
import io.botpit.persistence.PlacingRow;
import io.botpit.persistence.RankRow;
import io.botpit.protocol.rest.BotList;
import io.botpit.protocol.rest.BotNow;
import io.botpit.protocol.rest.BotRow;
import io.botpit.protocol.rest.LeaderboardPage;
import io.botpit.protocol.rest.PoolRating;
import io.botpit.protocol.rest.RatingFigures;
import io.botpit.protocol.rest.RatingHistory;
import io.botpit.protocol.rest.Tally;
import io.botpit.server.feed.Figures;
import io.botpit.server.http.ArenaReads.Part;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.session.Sessions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the REST interface shows of bots: their results out of the tables, and what they are doing now. Any thread. */
final class BotReads {
    private static final int LAST_PLACES = 10;
    private static final int RIVALS = 10;

    private final Careers careers;
    private final ArenaLobby lobby;
    private final Sessions sessions;
    private final RatingReads ratings;

    BotReads(Careers careers, RatingReads ratings, ArenaLobby lobby, Sessions sessions) {
        this.careers = careers;
        this.ratings = ratings;
        this.lobby = lobby;
        this.sessions = sessions;
    }

    /** By the ratings in a pool; without one by the scores in all games. */
    LeaderboardPage leaderboard(Optional<Pool> pool, Part part) {
        List<Placed> rows = pool.map(of -> byRating(of, part)).orElseGet(() -> byScore(part));
        List<PlayerId> players =
                rows.stream().map(row -> row.career.contender().player()).toList();
        Map<PlayerId, List<PlacingRow>> places = careers.placings(players, LAST_PLACES);
        List<OpenGame> running = running();
        return new LeaderboardPage(
                pool.map(Pool::code).orElse(null),
                ratings.pools(),
                ratings.waitsFor(),
                rows.stream().map(row -> row(row, places, running)).toList());
    }

    /** A row of the leaderboard; the rating is null where it goes by scores. */
    private record Placed(
            int rank, LeaderboardRow career, @Nullable RatingFigures rating) {}

    private List<Placed> byScore(Part part) {
        return careers.leaderboard(part.limit(), part.after()).stream()
                .map(row -> new Placed(row.rank(), row, null))
                .toList();
    }

    private List<Placed> byRating(Pool pool, Part part) {
        List<RankRow> list = ratings.list(pool, part);
        Map<PlayerId, LeaderboardRow> known =
                careers.contenders(list.stream().map(row -> row.now().player()).toList());
        return list.stream()
                .flatMap(row -> Stream.ofNullable(known.get(row.now().player()))
                        .map(career -> new Placed(row.now().rank(), career, RatingReads.figures(row))))
                .toList();
    }

    private LeaderboardPage.LeaderboardRow row(
            Placed row, Map<PlayerId, List<PlacingRow>> places, List<OpenGame> running) {
        Contender bot = row.career.contender();
        return new LeaderboardPage.LeaderboardRow(
                row.rank,
                bot.name(),
                bot.house(),
                tally(row.career),
                Reads.money(row.career.lastScore()),
                lastPlaces(places.getOrDefault(bot.player(), List.of())),
                now(bot, running),
                row.rating);
    }

    /** Empty: there is no such bot. */
    Optional<RatingHistory> ratings(String name, Pool pool, Part part) {
        return careers.contender(name)
                .map(row -> ratings.history(
                        row.contender().player(), row.contender().name(), pool, part));
    }

    BotList bots(String part, Part of) {
        List<OpenGame> running = running();
        List<LeaderboardRow> bots = careers.contenders(part, of.limit(), of.after());
        Map<PlayerId, List<PoolRating>> rated =
                ratings.of(bots.stream().map(row -> row.contender().player()).toList());
        return new BotList(bots.stream()
                .map(row -> new BotList.BotItem(
                        row.contender().name(),
                        row.contender().house(),
                        row.games(),
                        row.wins(),
                        now(row.contender(), running),
                        rated.getOrDefault(row.contender().player(), List.of())))
                .toList());
    }

    Optional<BotRow> bot(String name) {
        return careers.contender(name).map(row -> {
            Contender bot = row.contender();
            return new BotRow(
                    bot.name(),
                    bot.house(),
                    row.rank(),
                    tally(row),
                    now(bot, running()),
                    ratings.strength(bot.player()),
                    results(bot.player()),
                    rivals(bot.player()));
        });
    }

    private List<BotRow.Result> results(PlayerId player) {
        return careers.placings(List.of(player), Archive.ROWS_MAX).getOrDefault(player, List.of()).stream()
                .map(row -> new BotRow.Result(
                        row.game().text(),
                        row.title(),
                        row.place(),
                        row.of(),
                        Reads.money(row.score()),
                        Figures.millis(row.endedAt())))
                .toList();
    }

    private List<BotRow.Rival> rivals(PlayerId player) {
        return careers.rivals(player, RIVALS).stream()
                .map(row ->
                        new BotRow.Rival(row.rival().name(), row.rival().house(), row.met(), row.ahead(), row.behind()))
                .toList();
    }

    private static Tally tally(LeaderboardRow row) {
        return new Tally(
                row.games(), row.wins(), row.podiums(), Reads.money(row.bestScore()), Reads.money(row.totalScore()));
    }

    private static List<LeaderboardPage.LastPlace> lastPlaces(List<PlacingRow> newestFirst) {
        return newestFirst.reversed().stream()
                .map(row -> new LeaderboardPage.LastPlace(row.game().text(), row.place(), row.of()))
                .toList();
    }

    private List<OpenGame> running() {
        return lobby.openGames().reversed().stream()
                .filter(game -> !game.isOver())
                .toList();
    }

    private BotNow now(Contender bot, List<OpenGame> running) {
        boolean online = sessions.isOnline(bot.player());
        return new BotNow(
                online,
                running.stream()
                        .filter(game -> online && sessions.isIn(game, bot.player()))
                        .findFirst()
                        .map(game -> game.id().text())
                        .orElse(null));
    }
}
