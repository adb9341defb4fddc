package io.botpit.server;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.persistence.Archive;
import io.botpit.persistence.LeaderboardRow;
import io.botpit.persistence.ResultRow;
import io.botpit.protocol.rest.BotList;
import io.botpit.protocol.rest.BotRow;
import io.botpit.protocol.rest.GameDetail;
import io.botpit.protocol.rest.GameList;
import io.botpit.protocol.rest.GameRow;
import io.botpit.protocol.rest.LeaderboardPage;
import io.botpit.protocol.rest.LogPage;
import io.botpit.protocol.rest.StandingRow;
import io.botpit.protocol.rest.StandingsTable;
import io.botpit.protocol.rest.TradePage;
import io.botpit.server.feed.Figures;
import io.botpit.server.feed.StoryLine;
import io.botpit.server.http.ArenaReads;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.loop.Clocks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the REST interface shows: running games from the lobby, everything else from the tables. Any thread. */
final class Reads implements ArenaReads {
    private final ArenaLobby lobby;
    private final Archive archive;
    private final Clocks clocks;

    Reads(ArenaLobby lobby, Archive archive, Clocks clocks) {
        this.lobby = lobby;
        this.archive = archive;
        this.clocks = clocks;
    }

    @Override
    public GameList games() {
        Map<String, GameRow> rows = new LinkedHashMap<>();
        lobby.openGames().reversed().forEach(game -> rows.put(game.id().text(), live(game)));
        archive.games(Archive.ROWS_MAX, 0)
                .forEach(row -> rows.putIfAbsent(row.game().text(), past(row)));
        return new GameList(new ArrayList<>(rows.values()));
    }

    @Override
    public Optional<GameDetail> game(GameId game) {
        return lobby.find(game).map(open -> LiveGame.detail(open, live(open)));
    }

    @Override
    public Optional<StandingsTable> standings(GameId game) {
        return lobby.find(game)
                .map(LiveGame::table)
                .or(() -> archive.game(game)
                        .map(row -> new StandingsTable(
                                game.text(),
                                LiveGame.word(row.phase()),
                                0,
                                row.endedAt() != null,
                                archive.results(game).stream()
                                        .map(Reads::standing)
                                        .toList())));
    }

    @Override
    public Optional<TradePage> trades(GameId game, Part part) {
        if (!isKnown(game)) {
            return Optional.empty();
        }
        List<TradePage.TradeRow> trades = archive.trades(game, part.after(), part.limit()).stream()
                .map(trade -> new TradePage.TradeRow(
                        trade.sequence(),
                        Figures.millis(trade.at()),
                        trade.number(),
                        trade.symbol(),
                        trade.price().toPlainString(),
                        trade.size().toPlainString(),
                        trade.side().name().toLowerCase(Locale.ROOT)))
                .toList();
        long next = trades.isEmpty() ? part.after() : trades.getLast().id();
        return Optional.of(new TradePage(game.text(), trades, next));
    }

    @Override
    public Optional<LogPage> log(GameId game, Part part) {
        return lobby.find(game).map(open -> {
            List<StoryLine> lines = open.feed().story().join().stream()
                    .filter(line -> line.sequence() > part.after())
                    .limit(part.limit())
                    .toList();
            long next = lines.isEmpty() ? part.after() : lines.getLast().sequence();
            return new LogPage(
                    game.text(),
                    lines.stream()
                            .map(line -> new LogPage.LogRow(line.sequence(), line.millis(), line.text()))
                            .toList(),
                    next);
        });
    }

    @Override
    public LeaderboardPage leaderboard(Part part) {
        return new LeaderboardPage(board().stream()
                .skip(part.after())
                .limit(part.limit())
                .map(row -> new LeaderboardPage.LeaderboardRow(
                        row.rank(),
                        row.contender().name(),
                        row.contender().house(),
                        row.games(),
                        row.wins(),
                        row.podiums(),
                        money(row.bestScore()),
                        money(row.totalScore()),
                        money(row.lastScore())))
                .toList());
    }

    @Override
    public BotList bots(Part part) {
        return new BotList(board().stream()
                .sorted(Comparator.comparing(row -> row.contender().name()))
                .skip(part.after())
                .limit(part.limit())
                .map(row -> new BotList.BotItem(
                        row.contender().name(), row.contender().house(), row.games(), row.wins()))
                .toList());
    }

    @Override
    public Optional<BotRow> bot(String name) {
        return board().stream()
                .filter(row -> row.contender().name().equalsIgnoreCase(name))
                .findFirst()
                .map(row -> new BotRow(
                        row.contender().name(),
                        row.contender().house(),
                        row.rank(),
                        row.games(),
                        row.wins(),
                        row.podiums(),
                        money(row.bestScore()),
                        money(row.totalScore()),
                        results(row.contender().name())));
    }

    private List<BotRow.Result> results(String name) {
        List<BotRow.Result> results = new ArrayList<>();
        for (io.botpit.persistence.GameRow game : archive.games(Archive.ROWS_MAX, 0)) {
            GameTime endedAt = game.endedAt();
            if (endedAt != null) {
                archive.results(game.game()).stream()
                        .filter(row -> row.contender().name().equalsIgnoreCase(name))
                        .forEach(row -> results.add(new BotRow.Result(
                                game.game().text(), row.place(), money(row.score()), Figures.millis(endedAt))));
            }
        }
        return results;
    }

    private List<LeaderboardRow> board() {
        return archive.leaderboard(Archive.ROWS_MAX);
    }

    private boolean isKnown(GameId game) {
        return lobby.find(game).isPresent() || archive.game(game).isPresent();
    }

    private GameRow live(OpenGame game) {
        return LiveGame.row(game, game.equals(lobby.currentGame()), clocks.now());
    }

    private static GameRow past(io.botpit.persistence.GameRow row) {
        return new GameRow(
                row.game().text(),
                row.title(),
                row.preset(),
                LiveGame.word(row.phase()),
                row.players(),
                Figures.millisOrNull(row.startedAt()),
                Figures.millisOrNull(row.endedAt()),
                null,
                false);
    }

    private static StandingRow standing(ResultRow row) {
        Map<String, String> wallet = new LinkedHashMap<>();
        row.wallet().forEach((asset, amount) -> wallet.put(asset, amount.toPlainString()));
        return new StandingRow(
                row.place(),
                row.contender().name(),
                row.contender().house(),
                money(row.equity()),
                money(row.score()),
                wallet);
    }

    private static String money(BigDecimal value) {
        return Figures.cents(value).toPlainString();
    }
}
