package io.botpit.server.feed;

import io.botpit.game.BookView;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.Holding;
import io.botpit.game.Standing;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Asset;
import io.botpit.game.rules.Closing;
import io.botpit.protocol.SpectatorFrame;
import io.botpit.protocol.SpectatorFrame.Field;
import io.botpit.protocol.SpectatorFrame.Market;
import io.botpit.protocol.SpectatorFrame.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A game as the page shows it: kept from events and pictures, so that viewers cost the game's thread nothing. Time is
 * counted in beats; each part knows the beat of its last change, and an update has what changed since a beat. Feed's
 * thread only.
 */
final class Spectacle {
    private final Subject subject;
    private final Stage stage;
    private final Story story;
    private final Roster roster;
    private final Race race = new Race();
    private GameView view;
    private String cause = "";
    /** Null: there are none to be counted. */
    private @Nullable Integer viewers;

    private long sequence;
    private long beat = 1;
    private long lastChange;
    private long headBeat;
    private long tableBeat;
    private long raceBeat;
    private long viewersBeat;

    /** Of a game of the past. */
    Spectacle(Subject subject, GameView first) {
        this(subject, first, new Timings());
    }

    Spectacle(Subject subject, GameView first, Timings timings) {
        this.subject = subject;
        this.roster = new Roster(timings);
        this.stage = new Stage(subject.rules().instruments());
        this.story = new Story(subject);
        this.view = first;
    }

    void see(Committed commit) {
        sequence = commit.command().sequence();
        changed();
        story.see(commit, stage, beat);
        stage.see(commit, beat);
        for (Event event : commit.events()) {
            roster.see(event);
            if (event instanceof Event.Arrived || event instanceof Event.Left) {
                tableBeat = beat;
            } else if (event instanceof Event.Ended ended) {
                cause = ended.cause().name();
            }
        }
    }

    /** The first picture of a game that is over stays: what is refused later makes none of it happen later. */
    void see(GameView next) {
        if (isOver()) {
            return;
        }
        if (isNewHead(view, next)) {
            headBeat = beat;
        }
        tableBeat = beat;
        view = next;
        changed();
        story.see(next, beat);
        long millis = Figures.millis(next.now());
        if (isOver() || race.isDue(millis)) {
            race.add(millis, scores(next));
            raceBeat = beat;
        }
    }

    /** So many look on. */
    void viewers(int count) {
        if (viewers == null || viewers != count) {
            viewers = count;
            viewersBeat = beat;
            changed();
        }
    }

    /** Books as they really are, after some events were not seen. */
    void correct(List<BookView> books) {
        books.forEach(book -> stage.correct(book, beat));
        changed();
    }

    List<StoryLine> story() {
        return story.all();
    }

    /** Whether an update since that beat would say anything beyond the time left. */
    boolean hasNews(long since) {
        return lastChange >= since;
    }

    boolean isOver() {
        return view.phase() == GamePhase.ENDED || view.phase() == GamePhase.VOID;
    }

    /** The beat from which on a reader who has everything up to now needs more. */
    long nextBeat() {
        beat++;
        return beat;
    }

    GameView view() {
        return view;
    }

    long beat() {
        return beat;
    }

    SpectatorFrame snapshot(GameTime now) {
        return new SpectatorFrame(
                "snapshot",
                sequence,
                Figures.millis(now),
                head(now),
                null,
                new Market(stage.marks(0), stage.books(0), stage.trades(0), stage.candles()),
                new Field(rows(), race.points(), isOver() ? cause() : null, viewers),
                story.lines(0),
                isOver());
    }

    /** What changed since that beat, itself included. */
    SpectatorFrame update(long since, GameTime now) {
        List<SpectatorFrame.LogLine> lines = story.lines(since);
        List<SpectatorFrame.Trade> trades = stage.trades(since);
        return new SpectatorFrame(
                "update",
                sequence,
                Figures.millis(now),
                headBeat >= since ? head(now) : null,
                left(now),
                new Market(
                        orNull(stage.marks(since)), orNull(stage.books(since)), trades.isEmpty() ? null : trades, null),
                new Field(
                        tableBeat >= since ? rows() : null,
                        raceBeat >= since ? race.newest() : null,
                        null,
                        viewersBeat >= since ? viewers : null),
                lines.isEmpty() ? null : lines,
                null);
    }

    /** How it ended, and what changed since that beat. */
    SpectatorFrame finale(long since, GameTime now) {
        SpectatorFrame last = update(since, now);
        return new SpectatorFrame(
                "final",
                last.seq(),
                last.t(),
                last.game(),
                last.left(),
                last.market(),
                new Field(rows(), last.field().race(), cause(), last.field().viewers()),
                last.log(),
                null);
    }

    /** A game that broke never ended. */
    private String cause() {
        return view.phase() == GamePhase.ENDED ? cause : GamePhase.VOID.name();
    }

    /** What is left of the time limit at this moment, in milliseconds. */
    private @Nullable Long left(GameTime now) {
        GameTime endsAt = view.clock().endsAt();
        return endsAt == null
                ? view.clock().leftMillis()
                : Long.valueOf(Math.max(0, Figures.millis(endsAt) - Figures.millis(now)));
    }

    private SpectatorFrame.Game head(GameTime now) {
        GameView.Clock clock = view.clock();
        long limit = subject.rules().schedule().timeLimitMillis();
        Closing closing = subject.rules().schedule().closing();
        return new SpectatorFrame.Game(
                subject.game().text(),
                subject.title(),
                subject.rules().preset(),
                view.phase().name(),
                view.mode().name(),
                new SpectatorFrame.Clock(
                        Figures.millisOrNull(clock.startedAt()),
                        Figures.millisOrNull(isOver() ? view.now() : clock.endsAt()),
                        left(now),
                        positive(limit),
                        positive(closing.windowMillis()),
                        positive(closing.spreadMillis())),
                view.missing(),
                terms());
    }

    private SpectatorFrame.Terms terms() {
        return new SpectatorFrame.Terms(
                subject.isOpen(),
                subject.rules().entry().rated(),
                subject.rules().trading().batchMillis(),
                subject.seedCommitment(),
                grant(),
                stage.instruments());
    }

    private static @Nullable Long positive(long millis) {
        return millis > 0 ? millis : null;
    }

    private Map<String, String> grant() {
        Map<String, String> grant = new LinkedHashMap<>();
        subject.rules()
                .grants()
                .forEach(part -> grant.put(part.asset().code(), Figures.amount(part.asset(), part.amount())));
        return grant;
    }

    private static boolean isNewHead(GameView before, GameView now) {
        return now.phase() != before.phase()
                || now.mode() != before.mode()
                || !now.missing().equals(before.missing())
                || !Objects.equals(now.clock().startedAt(), before.clock().startedAt())
                || !Objects.equals(now.clock().endsAt(), before.clock().endsAt());
    }

    private void changed() {
        lastChange = beat;
    }

    private List<Row> rows() {
        Asset money = subject.rules().firstInstrument().quote();
        return view.standings().stream().map(standing -> row(standing, money)).toList();
    }

    private Row row(Standing standing, Asset money) {
        Map<String, String> wallet = new LinkedHashMap<>();
        for (Holding holding : standing.holdings()) {
            wallet.put(holding.asset().code(), Figures.amount(holding.asset(), holding.total()));
        }
        return new Row(
                standing.place(),
                standing.name(),
                subject.names().isHouse(standing.player()),
                Figures.money(money, standing.equity()).toPlainString(),
                Figures.money(money, standing.score()).toPlainString(),
                wallet,
                roster.of(standing.player(), subject.isOpen() || isOver()));
    }

    private Map<String, BigDecimal> scores(GameView at) {
        Asset money = subject.rules().firstInstrument().quote();
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        at.standings().forEach(row -> scores.put(row.name(), Figures.money(money, row.score())));
        return scores;
    }

    private static <V> @Nullable Map<String, V> orNull(Map<String, V> map) {
        return map.isEmpty() ? null : map;
    }
}
