package io.botpit.server;

import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.PlayerId;
import io.botpit.game.rating.Pool;
import io.botpit.persistence.Archive;
import io.botpit.persistence.GameSearch;
import io.botpit.persistence.WinnerRow;
import io.botpit.persistence.journal.JournalDamaged;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.protocol.Word;
import io.botpit.protocol.rest.BotList;
import io.botpit.protocol.rest.BotRow;
import io.botpit.protocol.rest.GameDetail;
import io.botpit.protocol.rest.GameList;
import io.botpit.protocol.rest.GameRow;
import io.botpit.protocol.rest.LeaderboardPage;
import io.botpit.protocol.rest.LogPage;
import io.botpit.protocol.rest.RatingHistory;
import io.botpit.protocol.rest.StandingsTable;
import io.botpit.protocol.rest.TradePage;
import io.botpit.server.feed.Figures;
import io.botpit.server.feed.StoryLine;
import io.botpit.server.http.ArenaReads;
import io.botpit.server.lobby.Account;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.OldGame;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.lobby.Retold;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final BotReads bots;
    private final Retold<List<StoryLine>> stories;
    /** Told in the log once, not to everybody who asks. */
    private final Set<GameId> unreadable = ConcurrentHashMap.newKeySet();

    /** @param works tells the games of earlier processes again */
    Reads(ArenaLobby lobby, Archive archive, Retold.Works works, BotReads bots) {
        this.lobby = lobby;
        this.archive = archive;
        this.journals = works.journals();
        this.bots = bots;
        // Of two hundred lines at most: their number is limit enough.
        this.stories = new Retold<>(works, new Retold.Making<>(OldGame::story, _ -> 0, 0));
    }

    /** The games of this process first, and of those the ones that go on; the rest as the tables have them. */
    @Override
    public GameList games(Search search, Part part) {
        Optional<PlayerId> player =
                search.bot().flatMap(lobby.accounts()::named).map(Account::id);
        if (search.bot().isPresent() && player.isEmpty()) {
            return new GameList(List.of());
        }
        OpenGame current = lobby.currentGame();
        List<OpenGame> all = lobby.openGames();
        List<OpenGame> ours = all.reversed().stream()
                .filter(game -> fits(game, search, player))
                .sorted(Comparator.comparing(game -> game.isOver() && !game.equals(current)))
                .toList();
        List<GameRow> rows = new ArrayList<>();
        ours.stream()
                .skip(part.after())
                .limit(part.limit())
                .map(game -> LiveGame.row(game, game.equals(current)))
                .forEach(rows::add);
        if (rows.size() < part.limit()) {
            Part rest = new Part(Math.max(0, part.after() - ours.size()), part.limit() - rows.size());
            List<GameId> known = all.stream().map(OpenGame::id).toList();
            rows.addAll(past(new GameSearch(search.text(), past(search.phases()), player.orElse(null)), known, rest));
        }
        return new GameList(rows);
    }

    private static boolean fits(OpenGame game, Search search, Optional<PlayerId> player) {
        String text = search.text().toLowerCase(Locale.ROOT);
        return (game.title().toLowerCase(Locale.ROOT).contains(text)
                        || game.id().text().contains(text))
                && search.phases().contains(game.view().phase())
                && player.map(game::admitted).orElse(true);
    }

    private List<GameRow> past(GameSearch search, List<GameId> without, Part part) {
        List<io.botpit.persistence.GameRow> rows = archive.games(search, without, part.limit(), part.after());
        Map<GameId, WinnerRow> winners =
                archive.winners(rows.stream().map(row -> row.game()).toList());
        return rows.stream()
                .map(row -> PastGame.row(row, winners.get(row.game())))
                .toList();
    }

    /** What did not end by rule is void, however far the tables are. */
    private static Set<GamePhase> past(Set<GamePhase> shown) {
        Set<GamePhase> phases = EnumSet.noneOf(GamePhase.class);
        if (shown.contains(GamePhase.VOID)) {
            phases.addAll(EnumSet.complementOf(EnumSet.of(GamePhase.ENDED)));
        }
        if (shown.contains(GamePhase.ENDED)) {
            phases.add(GamePhase.ENDED);
        }
        return phases;
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
                        Word.of(trade.side())))
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
    public LeaderboardPage leaderboard(Optional<Pool> pool, Part part) {
        return bots.leaderboard(pool, part);
    }

    @Override
    public Optional<RatingHistory> ratings(String name, Pool pool, Part part) {
        return bots.ratings(name, pool, part);
    }

    @Override
    public BotList bots(String part, Part of) {
        return bots.bots(part, of);
    }

    @Override
    public Optional<BotRow> bot(String name) {
        return bots.bot(name);
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
            JournalHead head = journal.head();
            return new Told.Shown<>(PastGame.detail(row, head, archive.finalMarks(game), archive.results(game)));
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
