package io.botpit.game.report;

import io.botpit.game.CancelCause;
import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Fill;
import io.botpit.game.Intent;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Side;
import io.botpit.game.Stamped;
import io.botpit.game.Standing;
import io.botpit.game.rules.GameRules;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows a game from its first command to its last, and reports. One thread. */
public final class Reporter {
    /** When a trade is judged: so long after it, of play. */
    static final long MARK_OUT_MICROS = 5_000_000;

    private static final long SAMPLE_MICROS = 1_000_000;

    private final PlayTime time = new PlayTime();
    private final Marks marks;
    private final Pairs pairs;
    private final Map<PlayerId, Bot> bots = new LinkedHashMap<>();
    private final Deque<Deal> unjudged = new ArrayDeque<>();
    private List<Standing> table = List.of();
    private boolean isVoid = true;
    private long nextSample;

    /** The buyer's side of a trade whose seller's side comes next. */
    private @Nullable Fill bought;

    /** Nothing has happened yet. */
    public Reporter(GameRules rules) {
        marks = new Marks(rules);
        pairs = new Pairs(marks);
    }

    /** The next command and all that came of it. */
    public void see(Committed commit) {
        long now = time.until(commit.command());
        judge(now);
        sample(now);
        noteSelfTrade(commit);
        commit.events().forEach(event -> note(event, commit.command()));
    }

    /** What there is to tell after the last command; nothing may be seen any more. */
    public GameReport report() {
        judge(Long.MAX_VALUE);
        return new Findings(bots.values(), pairs, marks.wallet()).report(isVoid ? null : table, time.micros());
    }

    /** The deepest fall of each player's score so far, in quote units: the figure of that name in the report. */
    public SortedMap<PlayerId, BigInteger> drawdowns() {
        SortedMap<PlayerId, BigInteger> drawdowns = new TreeMap<>();
        bots.forEach((player, bot) -> drawdowns.put(player, bot.drawdown()));
        return drawdowns;
    }

    private void note(Event event, Stamped<Command> command) {
        switch (event) {
            case Event.Admitted admitted -> admit(admitted, command.value());
            case Event.Arrived(var player) -> bot(player).arrive(time.micros());
            case Event.Left(var player, var _) -> bot(player).leave(time.micros());
            case Event.PhaseChanged change -> time.enter(change.to());
            case Event.Ended(var _, var _, var rows) -> {
                table = rows;
                isVoid = false;
            }
            case Event.Accepted(var order, var _) -> bot(order.owner()).habits().accepted();
            case Event.Completed(var order, var _) ->
                bot(order.owner()).habits().ended(order);
            case Event.Cancelled(var order, var cause, var _) ->
                bot(order.owner()).habits().cancelled(order, cause, command.at());
            case Event.Rejected(var player, var reason, var _) -> {
                Bot sender = bots.get(player);
                if (sender != null) {
                    sender.habits().rejected(reason);
                }
            }
            case Event.Filled(var fill) -> fill(fill);
            case Event.MarkChanged(var symbol, var mark) -> marks.move(symbol, mark);
            case Event.ReferenceMoved(var symbol, var price) -> marks.refer(symbol, price);
            case Event.GameEvent _,
                    Event.Amended _,
                    Event.Repeated _,
                    Event.SwitchSet _,
                    Event.Traded _,
                    Event.WalletChanged _,
                    Event.LevelChanged _,
                    Event.Said _ -> {
                // tells nothing about how somebody played
            }
        }
    }

    private void admit(Event.Admitted event, Command command) {
        Bot bot = new Bot(event.player(), event.name(), isAsHouse(command), marks);
        bots.put(event.player(), bot);
        // In a game that is open he is there to play.
        if (!time.waits()) {
            bot.arrive(time.micros());
        }
    }

    private static boolean isAsHouse(Command command) {
        return command instanceof Command.RefereeCommand(var _, RefereeAct.AdmitHouse _);
    }

    /** Of each trade the buyer's fill is told first, then the seller's. */
    private void fill(Fill fill) {
        if (fill.side() == Side.BUY) {
            bought = fill;
            return;
        }
        Fill other = bought;
        if (other == null || !other.trade().equals(fill.trade())) {
            throw new IllegalArgumentException("the buyer's side of trade " + fill.trade() + " is missing");
        }
        int market = marks.number(fill.symbol());
        long now = time.micros();
        Deal deal = new Deal(fill, bot(other.owner()), bot(fill.owner()), market, marks.ticks(market), now);
        deal.buyer().trade(market, other, now);
        deal.seller().trade(market, fill, now);
        unjudged.add(deal);
    }

    /** Judges the trades whose five seconds were over before this moment of play: the marks are still those of then. */
    private void judge(long now) {
        while (!unjudged.isEmpty() && unjudged.getFirst().at() < now - MARK_OUT_MICROS) {
            Deal deal = unjudged.removeFirst();
            long mark = marks.ticks(deal.market());
            deal.buyer().takings().judge(deal, deal.lots(), mark);
            deal.seller().takings().judge(deal, -deal.lots(), mark);
            pairs.judge(deal, mark);
        }
    }

    /** Looks at the gains at each whole second of play before this moment. */
    private void sample(long now) {
        for (; nextSample < now; nextSample += SAMPLE_MICROS) {
            bots.values().forEach(Bot::sample);
        }
    }

    /** An order that met another of its owner: one of them ends or shrinks without a trade. */
    private void noteSelfTrade(Committed commit) {
        if (commit.command().value() instanceof Command.PlayerCommand(var player, Intent.PlaceOrder _)
                && commit.events().stream().anyMatch(event -> isSelfTrade(event, commit.events()))) {
            bot(player).habits().metItself();
        }
    }

    /** What happens to an order of the owner's that is not the one just taken in. */
    private static boolean isSelfTrade(Event event, List<Event> all) {
        return switch (event) {
            case Event.Cancelled(var _, var cause, var _) -> cause == CancelCause.SELF_TRADE;
            case Event.Amended _ -> true;
            case Event.Completed(var done, var _) ->
                all.getFirst() instanceof Event.Accepted(var placed, var _)
                        && placed.owner().equals(done.owner())
                        && !placed.id().equals(done.id());
            default -> false;
        };
    }

    private Bot bot(PlayerId player) {
        Bot bot = bots.get(player);
        if (bot == null) {
            throw new IllegalArgumentException("player " + player + " was never admitted");
        }
        return bot;
    }
}
