package io.botpit.game.control;

import io.botpit.game.Answer;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.Intent;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.Reason;
import io.botpit.game.market.Market;
import io.botpit.game.market.Refusal;
import io.botpit.game.market.Trader;
import io.botpit.game.money.Symbol;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers questions to one game. Changes nothing. */
final class Answers {
    private final Players players;
    private final Exchange exchange;
    private final Hearing hearing;
    private final Course course;

    Answers(Players players, Exchange exchange, Hearing hearing, Course course) {
        this.players = players;
        this.exchange = exchange;
        this.hearing = hearing;
        this.course = course;
    }

    Answer to(Query query) {
        return switch (query) {
            case Query.OpenOrders(var player) -> of(player, t -> new Answer.Orders(exchange.openOrders(t)));
            case Query.AllOpenOrders(var player) -> of(player, _ -> allOrders());
            case Query.Balances(var player) -> of(player, t -> new Answer.Holdings(players.holdings(t.wallet())));
            case Query.Fills(var player) -> of(player, t -> new Answer.FillList(t.fills()));
            case Query.CompletedOrders(var player) -> of(player, t -> new Answer.Orders(t.completed()));
            case Query.DryRun(var player, var order) -> of(player, _ -> dryRun(player, order));
            case Query.Audit(var player) -> of(player, _ -> new Answer.Findings(findings()));
            case Query.Mark(var symbol) -> market(symbol, m -> new Answer.MarkIs(m.mark()));
            case Query.Depth(var symbol, var levels) -> market(symbol, m -> new Answer.Book(m.view(levels)));
            case Query.Standings _ -> new Answer.Table(course.standings());
        };
    }

    private Answer of(PlayerId id, Function<Trader, Answer> answer) {
        Player player = players.find(id);
        if (player == null) {
            return new Answer.Refused(Reason.NOT_A_PLAYER, "not a player of this game: join it first");
        }
        return readable(() -> answer.apply(player.trader()));
    }

    private Answer market(Symbol symbol, Function<Market, Answer> answer) {
        Market market = exchange.market(symbol);
        if (market == null) {
            return new Answer.Refused(Reason.UNKNOWN_SYMBOL, "no " + symbol + " in this game");
        }
        return readable(() -> answer.apply(market));
    }

    private Answer readable(Supplier<Answer> answer) {
        if (course.phase() == GamePhase.PAUSED && !course.rules().trading().readsWhilePaused()) {
            return new Answer.Refused(Reason.GAME_PAUSED, "the game is paused: wait for the referee's start");
        }
        return answer.get();
    }

    private Answer allOrders() {
        return course.rules().trading().namedBook()
                ? new Answer.Orders(exchange.openOrders())
                : new Answer.Refused(
                        Reason.BOOK_IS_ANONYMOUS, "the book of this game shows no owners: subscribe to book instead");
    }

    private Answer dryRun(PlayerId id, Intent.PlaceOrder order) {
        Event early = hearing.answerAtOnce(id, order);
        if (early instanceof Event.Rejected(var _, var reason, var detail)) {
            return new Answer.Refused(reason, detail);
        }
        boolean repeated = early != null;
        Refusal refusal = repeated ? null : exchange.check(players.get(id).trader(), order);
        return refusal == null ? new Answer.WouldAccept() : new Answer.Refused(refusal.reason(), refusal.detail());
    }

    /** A broken invariant is thrown, and stops the game: so there is never anything to find. */
    private List<String> findings() {
        exchange.audit();
        return List.of();
    }
}
