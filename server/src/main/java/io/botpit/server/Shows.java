package io.botpit.server;

import io.botpit.dialect.Dialect;
import io.botpit.game.GameId;
import io.botpit.game.rating.Foretold;
import io.botpit.persistence.Archive;
import io.botpit.persistence.Database;
import io.botpit.persistence.Surprises;
import io.botpit.persistence.TablesUnreadable;
import io.botpit.persistence.journal.Journals;
import io.botpit.protocol.rest.NowList;
import io.botpit.protocol.rest.ReportPage;
import io.botpit.protocol.rest.ReportPage.SurpriseRow;
import io.botpit.server.feed.BotSheets;
import io.botpit.server.feed.Diaries;
import io.botpit.server.feed.Packed;
import io.botpit.server.http.ArenaReads.Told;
import io.botpit.server.http.GameReads;
import io.botpit.server.lobby.Account;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.OldGame;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.lobby.Retold;
import io.botpit.server.lobby.Tokens;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the pages show of single games: of those that run from their feeds, of the others by playing them again. Any thread. */
final class Shows implements GameReads {
    private static final Logger LOG = LoggerFactory.getLogger(Shows.class);

    /** Compressed films kept, in bytes: a hundred games of ten minutes, or a few long ones. */
    private static final long FILMS_BYTES_MAX = 64L << 20;

    /** What is kept of the bots of old games, in bytes: a dozen games of sixteen busy ones. */
    private static final long SHEETS_BYTES_MAX = 96L << 20;

    /** Reports kept, in bytes: some hundred games of sixteen. */
    private static final long REPORTS_BYTES_MAX = 16L << 20;

    /** What a line of a report weighs in memory, about. */
    private static final long REPORT_LINE_BYTES = 600;

    /** Own logs kept, in bytes: a large game, or some dozen ordinary ones. */
    private static final long DIARIES_BYTES_MAX = 64L << 20;

    private static final int SURPRISE_DECIMALS = 6;
    private static final int GAMES_NOW_MAX = 16;

    private final ArenaLobby lobby;
    private final Archive archive;
    private final Surprises surprises;
    private final Journals journals;
    private final Retold<Packed> films;
    private final Retold<BotSheets> sheets;
    private final Retold<ReportPage> reports;
    private final Retold<Diaries> diaries;
    /** Whether the database gave no answer: told in the log once, not for each report. */
    private final AtomicBoolean unanswered = new AtomicBoolean();

    /** @param dialect of the lines of an own log */
    Shows(ArenaLobby lobby, Database database, Retold.Works works, Dialect dialect) {
        this.lobby = lobby;
        this.archive = database.archive();
        this.surprises = database.surprises();
        this.journals = works.journals();
        this.films = new Retold<>(works, new Retold.Making<>(OldGame::film, Packed::size, FILMS_BYTES_MAX));
        this.sheets = new Retold<>(works, new Retold.Making<>(OldGame::sheets, BotSheets::bytes, SHEETS_BYTES_MAX));
        this.reports = new Retold<>(works, new Retold.Making<>(OldGame::report, Shows::bytes, REPORTS_BYTES_MAX));
        this.diaries = new Retold<>(
                works, new Retold.Making<>(old -> old.diaries(dialect), Diaries::bytes, DIARIES_BYTES_MAX));
    }

    @Override
    public Told<Packed> replay(GameId game) {
        return retold(game, films, Optional::of);
    }

    @Override
    public Told<ReportPage> report(GameId game) {
        return retold(game, reports, page -> Optional.of(page.with(surprises(game))));
    }

    /** Asked for each time: they come when the results before them have. A report does without where nobody can tell. */
    private List<SurpriseRow> surprises(GameId game) {
        try {
            List<SurpriseRow> rows = rows(game);
            unanswered.set(false);
            return rows;
        } catch (TablesUnreadable silence) {
            if (!unanswered.getAndSet(true)) {
                LOG.warn("reports have no surprises: the database does not answer", silence);
            }
            return List.of();
        }
    }

    private List<SurpriseRow> rows(GameId game) {
        return surprises.of(game).stream()
                .map(each -> new SurpriseRow(
                        game.text(),
                        each.bot(),
                        each.game().place(),
                        rounded(each.game().expected()),
                        rounded(Foretold.surprise(List.of(each.game()))),
                        each.games(),
                        rounded(each.deviations())))
                .toList();
    }

    private static double rounded(double figure) {
        return BigDecimal.valueOf(figure)
                .setScale(SURPRISE_DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    @Override
    public boolean isOwn(String name, String token) {
        return Tokens.matches(
                lobby.accounts().named(name).map(Account::tokenHash).orElse(null), token);
    }

    @Override
    public Told<Packed> diary(GameId game, String name) {
        return retold(game, diaries, all -> all.packed(name));
    }

    @Override
    public Told<Packed> bot(GameId game, String name) {
        Optional<OpenGame> open = lobby.find(game);
        if (open.isPresent()) {
            return open.get().feed().bot(name).map(sheet -> shown(sheet.join())).orElseGet(Told.Busy::new);
        }
        return isPast(game) ? told(sheets.of(game), old -> old.packed(name)) : new Told.Unknown<>();
    }

    @Override
    public NowList now() {
        return new NowList(lobby.openGames().stream()
                .filter(game -> !game.isOver())
                .map(game -> game.feed().glance().at(game.loop().now()))
                .sorted(Comparator.comparingDouble(
                                (NowList.NowGame game) -> game.look().interest())
                        .reversed())
                .limit(GAMES_NOW_MAX)
                .toList());
    }

    private <T, R> Told<R> retold(GameId game, Retold<T> all, Function<T, Optional<R>> part) {
        Optional<OpenGame> open = lobby.find(game);
        if (open.isPresent() && !open.get().isOver()) {
            return new Told.GoesOn<>();
        }
        return isPast(game) ? told(all.of(game), part) : new Told.Unknown<>();
    }

    private static long bytes(ReportPage page) {
        return REPORT_LINE_BYTES * (2L * page.bots().size() + page.flows().size());
    }

    /** Tables may be late: a game of this process is known without them. */
    private boolean isPast(GameId game) {
        return (lobby.find(game).isPresent() || archive.game(game).isPresent()) && journals.exists(game);
    }

    private static <T, R> Told<R> told(Retold.Told<T> told, Function<T, Optional<R>> part) {
        return switch (told) {
            case Retold.Told.Shown<T>(var value) -> shown(part.apply(value));
            case Retold.Told.Busy<T>() -> new Told.Busy<>();
            case Retold.Told.Lost<T>(var why) -> new Told.Lost<>(why);
        };
    }

    private static <R> Told<R> shown(Optional<R> body) {
        return body.<Told<R>>map(Told.Shown::new).orElseGet(Told.Unknown::new);
    }
}
