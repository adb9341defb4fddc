package io.botpit.server;

import io.botpit.game.PlayerId;
import io.botpit.persistence.Archive;
import io.botpit.persistence.Careers;
import io.botpit.persistence.Contender;
import io.botpit.persistence.LeaderboardRow;
import io.botpit.persistence.PlacingRow;
import io.botpit.protocol.rest.BotList;
import io.botpit.protocol.rest.BotNow;
import io.botpit.protocol.rest.BotRow;
import io.botpit.protocol.rest.LeaderboardPage;
import io.botpit.protocol.rest.Tally;
import io.botpit.server.feed.Figures;
import io.botpit.server.http.ArenaReads.Part;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.session.Sessions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the REST interface shows of bots: their results out of the tables, and what they are doing now. Any thread. */
final class BotReads {
    private static final int LAST_PLACES = 10;
    private static final int RIVALS = 10;

    private final Careers careers;
    private final ArenaLobby lobby;
    private final Sessions sessions;

    BotReads(Careers careers, ArenaLobby lobby, Sessions sessions) {
        this.careers = careers;
        this.lobby = lobby;
        this.sessions = sessions;
    }

    LeaderboardPage leaderboard(Part part) {
        List<LeaderboardRow> rows = careers.leaderboard(part.limit(), part.after());
        List<PlayerId> players =
                rows.stream().map(row -> row.contender().player()).toList();
        Map<PlayerId, List<PlacingRow>> places = careers.placings(players, LAST_PLACES);
        List<OpenGame> running = running();
        return new LeaderboardPage(rows.stream()
                .map(row -> new LeaderboardPage.LeaderboardRow(
                        row.rank(),
                        row.contender().name(),
                        row.contender().house(),
                        tally(row),
                        Reads.money(row.lastScore()),
                        lastPlaces(places.getOrDefault(row.contender().player(), List.of())),
                        now(row.contender(), running)))
                .toList());
    }

    BotList bots(String part, Part of) {
        List<OpenGame> running = running();
        return new BotList(careers.contenders(part, of.limit(), of.after()).stream()
                .map(row -> new BotList.BotItem(
                        row.contender().name(),
                        row.contender().house(),
                        row.games(),
                        row.wins(),
                        now(row.contender(), running)))
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
