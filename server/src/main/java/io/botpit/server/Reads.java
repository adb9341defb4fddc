package io.botpit.server;

import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.Archive;
import io.botpit.persistence.journal.JournalDamaged;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.protocol.rest.BotList;
import io.botpit.protocol.rest.BotRow;
import io.botpit.protocol.rest.GameDetail;
import io.botpit.protocol.rest.GameList;
import io.botpit.protocol.rest.GameRow;
import io.botpit.protocol.rest.LeaderboardPage;
import io.botpit.protocol.rest.LogPage;
import io.botpit.protocol.rest.StandingsTable;
import io.botpit.protocol.rest.TradePage;
import io.botpit.server.feed.Figures;
import io.botpit.server.feed.StoryLine;
import io.botpit.server.http.ArenaReads;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.OldGame;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.lobby.Retold;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the REST interface shows: games that run or ended lately from the lobby, all else from tables and journals.
 * Any thread.
 */
final class Reads implements ArenaReads {
    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);

    private final ArenaLobby lobby;
    private final Archive archive;
    private final Journals journals;
    private final Retold<List<StoryLine>> stories;
    /** Told in the log once, not to everybody who asks. */
    private final Set<GameId> unreadable = ConcurrentHashMap.newKeySet();

    /** @param works tells the games of earlier processes again */
    Reads(ArenaLobby lobby, Archive archive, Retold.Works works) {
        this.lobby = lobby;
        this.archive = archive;
        this.journals = works.journals();
        // Of two hundred lines at most: their number is limit enough.
        this.stories = new Retold<>(works, new Retold.Making<>(OldGame::story, _ -> 0, 0));
    }

    /** The games of this process first, and of those the ones that go on; the rest as the tables have them. */
    @Override
    public GameList games(Part part) {
        OpenGame current = lobby.currentGame();
        List<OpenGame> ours = lobby.openGames().reversed().stream()
                .sorted(Comparator.comparing(game -> game.isOver() && !game.equals(current)))
                .toList();
        List<GameRow> rows = new ArrayList<>();
        ours.stream()
                .skip(part.after())
                .limit(part.limit())
                .map(game -> LiveGame.row(game, game.equals(current)))
                .forEach(rows::add);
        if (rows.size() < part.limit()) {
            long passed = Math.max(0, part.after() - ours.size());
            List<GameId> known = ours.stream().map(OpenGame::id).toList();
            archive.games(part.limit() - rows.size(), passed, known).stream()
                    .map(PastGame::row)
                    .forEach(rows::add);
        }
        return new GameList(rows);
    }

    @Override
    public Told<GameDetail> game(GameId game) {
        return lobby.find(game)
                .<Told<GameDetail>>map(open ->
                        new Told.Shown<>(LiveGame.detail(open, LiveGame.row(open, open.equals(lobby.currentGame())))))
                .or(() -> archive.game(game).filter(_ -> journals.exists(game)).map(this::past))
                .orElseGet(Told.Unknown::new);
    }

    @Override
    public Optional<StandingsTable> standings(GameId game) {
        return lobby.find(game)
                .map(LiveGame::table)
                .or(() -> archive.game(game).map(row -> PastGame.table(row, archive.results(game))));
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
    public Told<LogPage> log(GameId game, Part part) {
        Optional<OpenGame> open = lobby.find(game);
        if (open.isPresent()) {
            return lines(game, open.get().feed().story().join(), part);
        }
        if (archive.game(game).isEmpty() || !journals.exists(game)) {
            return new Told.Unknown<>();
        }
        return switch (stories.of(game)) {
            case Retold.Told.Shown<List<StoryLine>>(var lines) -> lines(game, lines, part);
            case Retold.Told.Busy<List<StoryLine>>() -> new Told.Busy<>();
            case Retold.Told.Lost<List<StoryLine>>(var why) -> new Told.Lost<>(why);
        };
    }

    @Override
    public LeaderboardPage leaderboard(Part part) {
        return new LeaderboardPage(archive.leaderboard(part.limit(), part.after()).stream()
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
        return new BotList(archive.contenders(part.limit(), part.after()).stream()
                .map(row -> new BotList.BotItem(
                        row.contender().name(), row.contender().house(), row.games(), row.wins()))
                .toList());
    }

    @Override
    public Optional<BotRow> bot(String name) {
        return archive.contender(name)
                .map(row -> new BotRow(
                        row.contender().name(),
                        row.contender().house(),
                        row.rank(),
                        row.games(),
                        row.wins(),
                        row.podiums(),
                        money(row.bestScore()),
                        money(row.totalScore()),
                        results(row.contender().player())));
    }

    private List<BotRow.Result> results(PlayerId player) {
        return archive.placings(player, Archive.ROWS_MAX).stream()
                .map(row -> new BotRow.Result(
                        row.game().text(), row.place(), money(row.score()), Figures.millis(row.endedAt())))
                .toList();
    }

    private static Told<LogPage> lines(GameId game, List<StoryLine> story, Part part) {
        List<StoryLine> lines = story.stream()
                .filter(line -> line.sequence() > part.after())
                .limit(part.limit())
                .toList();
        long next = lines.isEmpty() ? part.after() : lines.getLast().sequence();
        return new Told.Shown<>(new LogPage(
                game.text(),
                lines.stream()
                        .map(line -> new LogPage.LogRow(line.sequence(), line.millis(), line.text()))
                        .toList(),
                next));
    }

    private boolean isKnown(GameId game) {
        return lobby.find(game).isPresent() || archive.game(game).isPresent();
    }

    private Told<GameDetail> past(io.botpit.persistence.GameRow row) {
        GameId game = row.game();
        try (JournalReader journal = journals.read(game)) {
            GameRules rules = journal.head().rules();
            return new Told.Shown<>(PastGame.detail(row, rules, archive.finalMarks(game), archive.results(game)));
        } catch (JournalDamaged | UncheckedIOException damage) {
            if (unreadable.add(game)) {
                LOG.atWarn().addKeyValue("game", game).setCause(damage).log("the rules of game {} are lost", game);
            }
            return new Told.Lost<>(
                    "the journal of the game is damaged; its table is at /api/v1/games/" + game + "/standings");
        }
    }

    static String money(BigDecimal value) {
        return Figures.cents(value).toPlainString();
    }
}
