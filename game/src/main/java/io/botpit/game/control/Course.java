package io.botpit.game.control;

import io.botpit.game.Appraisal;
import io.botpit.game.CancelCause;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.RefereeAct;
import io.botpit.game.Standing;
import io.botpit.game.market.Refusal;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Valuation;
import io.botpit.game.score.Scoring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The course of one game from the lobby to the final table: which phase it is in, and the way to the next. */
final class Course {
    private final GameRules rules;
    private final Players players;
    private final Exchange exchange;
    private final Consumer<Event> sink;
    private final GameClock clock;
    private final Appraiser appraiser;
    private final ClosingWindow closing;
    private final Scoring scoring;
    private GamePhase phase = GamePhase.LOBBY;
    private GameMode mode = GameMode.FULL;
    private GameTime met = GameTime.EPOCH;
    private List<Standing> finalTable = List.of();

    Course(GameRules rules, Players players, Exchange exchange, Consumer<Event> sink) {
        this.rules = rules;
        this.players = players;
        this.exchange = exchange;
        this.sink = sink;
        clock = new GameClock(rules);
        appraiser = new Appraiser(rules.schedule().closing(), players, exchange);
        closing = new ClosingWindow(rules.schedule(), clock, exchange, appraiser);
        scoring = new Scoring(rules);
    }

    GameRules rules() {
        return rules;
    }

    GamePhase phase() {
        return phase;
    }

    GameMode mode() {
        return mode;
    }

    GameClock clock() {
        return clock;
    }

    boolean isOver() {
        return phase == GamePhase.ENDED || phase == GamePhase.VOID;
    }

    /** The table as it stands, or as it ended. */
    List<Standing> standings() {
        return switch (phase) {
            case LOBBY, RUNNING, PAUSED, SETTLING ->
                rules.trading().namedBook()
                        ? runningTable()
                        : runningTable().stream().map(Course::anonymous).toList();
            case ENDED -> finalTable;
            case VOID -> List.of();
        };
    }

    /** At the marks as they stand; in the closing window by the valuation, unless that would tell the reference price. */
    private List<Standing> runningTable() {
        return closing.isOpen() && rules.schedule().closing().valuation() != Valuation.REFERENCE
                ? table(appraiser.appraise(met))
                : tableAtTheMark();
    }

    private List<Standing> tableAtTheMark() {
        List<Appraisal> same = appraiser.atTheMark();
        return scoring.table(players.contestants(_ -> same));
    }

    private List<Standing> table(Map<PlayerId, List<Appraisal>> appraisals) {
        return scoring.table(players.contestants(id -> appraisals.getOrDefault(id, List.of())));
    }

    /** Where the book names nobody, wallets would: they move with every trade. */
    private static Standing anonymous(Standing row) {
        return new Standing(row.place(), row.player(), row.name(), List.of(), row.equity(), row.score());
    }

    /** Why players may not act now, or null. */
    @Nullable
    Refusal checkOpen() {
        return switch (phase) {
            case LOBBY -> new Refusal(Reason.GAME_WAITING, waitingFor());
            case RUNNING -> null;
            case PAUSED -> new Refusal(Reason.GAME_PAUSED, "the game is paused: wait for the referee's start");
            case SETTLING, ENDED, VOID -> new Refusal(Reason.GAME_NOT_RUNNING, "the game is over");
        };
    }

    /** The first command of a game without a whitelist opens it. */
    void open(GameTime now) {
        if (!rules.entry().whitelist().isEmpty()) {
            return;
        }
        if (rules.schedule().startPaused()) {
            enter(GamePhase.PAUSED, "waiting for the referee's start");
        } else {
            run(now, "open for business");
        }
    }

    /** Starts a waiting game if nobody is missing and it does not wait for the referee. */
    void startIfComplete(GameTime now) {
        boolean waits = phase == GamePhase.LOBBY && !rules.schedule().startPaused();
        if (waits && players.missing().isEmpty()) {
            run(now, "all listed players are connected");
        }
    }

    @Nullable
    Refusal start(GameTime now) {
        return switch (phase) {
            case LOBBY, PAUSED -> {
                run(now, "started by the referee");
                yield null;
            }
            case RUNNING -> null;
            case SETTLING, ENDED, VOID -> wrongPhase("start");
        };
    }

    @Nullable
    Refusal pause(GameTime now) {
        if (phase != GamePhase.RUNNING) {
            return wrongPhase("pause");
        }
        clock.stand(now);
        enter(GamePhase.PAUSED, "paused by the referee");
        return null;
    }

    @Nullable
    Refusal resume(GameTime now) {
        if (phase != GamePhase.PAUSED) {
            return wrongPhase("resume");
        }
        run(now, "resumed by the referee");
        return null;
    }

    @Nullable
    Refusal end(EndCause cause, GameTime now) {
        if (isOver()) {
            return wrongPhase("end");
        }
        closing.finish(now);
        Map<PlayerId, List<Appraisal>> appraisals = appraiser.appraise(now);
        settle(now, whyEnded(cause));
        if (rules.schedule().closing().valuation() != Valuation.LAST_MARK) {
            appraisals.forEach((player, own) -> sink.accept(new Event.Settled(player, own)));
        }
        finalTable = table(appraisals);
        sink.accept(new Event.Ended(cause, appraiser.finalMarks(), finalTable));
        enter(GamePhase.ENDED, whyEnded(cause));
        return null;
    }

    @Nullable
    Refusal annul(String why, GameTime now) {
        if (isOver()) {
            return wrongPhase("annul");
        }
        settle(now, why);
        enter(GamePhase.VOID, why);
        return null;
    }

    /** The same mode again is no event; the orders are cancelled all the same. */
    @Nullable
    Refusal setMode(RefereeAct.SetMode wanted) {
        if (isOver()) {
            return wrongPhase("set the mode of");
        }
        if (wanted.mode() != mode) {
            mode = wanted.mode();
            sink.accept(new Event.ModeChanged(mode));
        }
        if (wanted.cancelOrders()) {
            exchange.cancelAll(CancelCause.REFEREE);
        }
        return null;
    }

    /** The same price again is no event. */
    @Nullable
    Refusal setReference(Symbol symbol, Price price) {
        if (isOver()) {
            return wrongPhase("move the reference price of");
        }
        closing.account(met);
        return exchange.setReference(symbol, price);
    }

    /** The server was away: that time does not count. */
    void recover(GameTime last, GameTime now) {
        if (phase == GamePhase.RUNNING) {
            GameTime endsAt = clock.move(now.microsSince(last));
            if (endsAt != null) {
                sink.accept(new Event.ClockMoved(endsAt));
            }
        }
    }

    /** What the coming end asks for, up to a moment. */
    void meet(GameTime now) {
        met = now;
        if (phase == GamePhase.RUNNING) {
            closing.meet(now);
        }
    }

    /** When the course of the game goes on by itself. */
    Optional<GameTime> wakeAt() {
        return Stream.concat(clock.end().stream(), closing.next().stream()).min(GameTime::compareTo);
    }

    boolean isTimeUp(GameTime now) {
        return phase == GamePhase.RUNNING && clock.isUp(now);
    }

    private void run(GameTime now, String why) {
        clock.run(now);
        enter(GamePhase.RUNNING, why);
    }

    private void settle(GameTime now, String why) {
        clock.stand(now);
        enter(GamePhase.SETTLING, why);
        exchange.close();
    }

    private void enter(GamePhase next, String why) {
        GamePhase before = phase;
        phase = next;
        sink.accept(new Event.PhaseChanged(before, next, why, clock.endsAt()));
    }

    private String waitingFor() {
        List<String> missing = players.missing();
        return missing.isEmpty()
                ? "the game has not started: wait for the referee's start"
                : "the game starts when everybody is connected; missing: " + String.join(", ", missing);
    }

    private Refusal wrongPhase(String act) {
        return new Refusal(Reason.WRONG_PHASE, "cannot " + act + " a game in phase " + phase);
    }

    private static String whyEnded(EndCause cause) {
        return switch (cause) {
            case TIME_LIMIT -> "time limit reached";
            case REFEREE -> "ended by the referee";
            case SHUTDOWN -> "the server is shutting down";
        };
    }
}
