package io.botpit.simulation.audit;

import io.botpit.game.Answer;
import io.botpit.game.BookView;
import io.botpit.game.GamePhase;
import io.botpit.game.Holding;
import io.botpit.game.Level;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.Reason;
import io.botpit.game.Side;
import io.botpit.game.Standing;
import io.botpit.game.control.GameController;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.simulation.audit.NaiveState.LevelKey;
import io.botpit.simulation.audit.NaiveState.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks the engine everything that can be asked and compares it with what the naive game knows. */
final class StateCheck {
    private static final int LEVELS_ALL = 1_000_000;

    private final NaiveGame naive;
    private final NaiveState state;
    private final GameController engine;
    private final List<String> differences = new ArrayList<>();

    StateCheck(NaiveGame naive, GameController engine) {
        this.naive = naive;
        this.state = naive.state;
        this.engine = engine;
    }

    Optional<String> difference() {
        if (!state.ledger.recounted().equals(state.ledger.running())) {
            differences.add("the naive ledger's balances are not the sums of its postings");
        }
        same("standings of the view", standings(), engine.view().standings());
        boolean closed =
                naive.phase == GamePhase.PAUSED && !state.rules.trading().readsWhilePaused();
        for (Player player : state.players.values()) {
            if (closed) {
                refused(new Query.OpenOrders(player.id), Reason.GAME_PAUSED);
                refused(new Query.Balances(player.id), Reason.GAME_PAUSED);
            } else {
                player(player);
            }
        }
        if (!closed) {
            state.rules.instruments().forEach(this::instrument);
            ask(new Query.Standings(), new Answer.Table(standings()));
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", differences));
    }

    /** Before the end of an anonymous game nobody's wallet is shown; a void game has no places. */
    private List<Standing> standings() {
        if (naive.phase == GamePhase.VOID) {
            return List.of();
        }
        List<Standing> rows = naive.table();
        if (naive.phase == GamePhase.ENDED || state.rules.trading().namedBook()) {
            return rows;
        }
        return rows.stream()
                .map(r -> new Standing(r.place(), r.player(), r.name(), List.of(), r.equity(), r.score()))
                .toList();
    }

    private void player(Player player) {
        PlayerId id = player.id;
        ask(new Query.Balances(id), new Answer.Holdings(holdings(id)));
        ask(new Query.OpenOrders(id), new Answer.Orders(views(state.openOrdersOf(id))));
        ask(
                new Query.Fills(id),
                new Answer.FillList(newest(player.fills, state.rules.limits().fillsKeptMax())));
        ask(
                new Query.CompletedOrders(id),
                new Answer.Orders(newest(player.completed, state.rules.limits().completedKeptMax())));
        if (state.rules.trading().namedBook()) {
            ask(new Query.AllOpenOrders(id), new Answer.Orders(views(state.resting)));
        } else {
            refused(new Query.AllOpenOrders(id), Reason.BOOK_IS_ANONYMOUS);
        }
        if (!naive.isOver()) {
            ask(new Query.Audit(id), new Answer.Findings(List.of()));
        }
    }

    private void instrument(Instrument instrument) {
        ask(new Query.Mark(instrument.symbol()), new Answer.MarkIs(state.markPrice(instrument)));
        same(
                "mark of the view",
                state.markPrice(instrument),
                Objects.requireNonNull(engine.view().marks().get(instrument.symbol())));
        for (int levels : new int[] {1, 3, LEVELS_ALL}) {
            ask(
                    new Query.Depth(instrument.symbol(), levels),
                    new Answer.Book(new BookView(
                            instrument.symbol(),
                            levels(instrument, Side.BUY, levels),
                            levels(instrument, Side.SELL, levels))));
        }
    }

    private List<Level> levels(Instrument instrument, Side side, int max) {
        return state.queue(instrument, side).stream()
                .mapToLong(NaiveOrder::limit)
                .distinct()
                .limit(max)
                .mapToObj(ticks -> new Level(
                        new Price(ticks),
                        new Quantity(state.levelSize(new LevelKey(instrument.symbol(), side, ticks)))))
                .toList();
    }

    private List<Holding> holdings(PlayerId id) {
        List<Holding> holdings = new ArrayList<>();
        for (Asset asset : state.rules.assets()) {
            holdings.add(new Holding(asset, new Amount(state.free(id, asset)), new Amount(state.held(id, asset))));
        }
        return holdings;
    }

    private static List<OrderView> views(List<NaiveOrder> orders) {
        return orders.stream().map(NaiveOrder::view).toList();
    }

    private static <T> List<T> newest(List<T> all, int kept) {
        return all.subList(Math.max(0, all.size() - kept), all.size());
    }

    private void ask(Query query, Answer expected) {
        same(query.toString(), expected, engine.answer(query));
    }

    private void refused(Query query, Reason reason) {
        Answer answer = engine.answer(query);
        if (!(answer instanceof Answer.Refused refused) || refused.reason() != reason) {
            differences.add(query + "\nexpected refusal " + reason + "\nactual   " + answer);
        }
    }

    private void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differences.add(what + "\nexpected " + expected + "\nactual   " + actual);
        }
    }
}
