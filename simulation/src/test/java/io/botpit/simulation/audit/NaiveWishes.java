package io.botpit.simulation.audit;

import io.botpit.game.CancelCause;
import io.botpit.game.Event;
import io.botpit.game.GameMode;
import io.botpit.game.Intent;
import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.OrderReference;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import io.botpit.simulation.audit.NaiveOrder.Wish;
import io.botpit.simulation.audit.NaiveState.First;
import io.botpit.simulation.audit.NaiveState.Player;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What players wish, checked from top to bottom and carried out. */
final class NaiveWishes {
    private final NaiveState state;
    private final NaiveChecks checks;

    NaiveWishes(NaiveState state) {
        this.state = state;
        this.checks = new NaiveChecks(state);
    }

    void take(NaiveGame game, PlayerId id, Intent intent) {
        Player player = state.players.get(id);
        if (player == null) {
            reject(id, Reason.NOT_A_PLAYER);
            return;
        }
        First first = intent instanceof PlaceOrder order ? firstOf(player, order) : null;
        if (first != null) {
            if (first.terms().equals(intent)) {
                state.say(new Event.Repeated(first.view()));
            } else {
                reject(id, Reason.CLIENT_ORDER_ID_REUSED);
            }
            return;
        }
        Optional<Reason> refused =
                NaiveChecks.phase(game.phase).or(() -> mode(game.mode, intent)).or(() -> frozen(player, intent));
        if (refused.isPresent()) {
            reject(id, refused.get());
            return;
        }
        carryOut(player, intent);
    }

    private static @Nullable First firstOf(Player player, PlaceOrder order) {
        return order.clientId() == null ? null : player.clientIds.get(order.clientId());
    }

    private static Optional<Reason> mode(GameMode mode, Intent intent) {
        if (mode == GameMode.VIEW_ONLY) {
            return Optional.of(Reason.GAME_VIEW_ONLY);
        }
        return mode == GameMode.CANCEL_ONLY && intent instanceof PlaceOrder
                ? Optional.of(Reason.GAME_CANCEL_ONLY)
                : Optional.empty();
    }

    private static Optional<Reason> frozen(Player player, Intent intent) {
        boolean cancels = intent instanceof Intent.CancelOrder
                || intent instanceof Intent.CancelAll
                || intent instanceof Intent.CancelAfter;
        return player.frozen && !cancels ? Optional.of(Reason.PLAYER_FROZEN) : Optional.empty();
    }

    private void reject(PlayerId id, Reason reason) {
        state.say(new Event.Rejected(id, reason, ""));
    }

    private void carryOut(Player player, Intent intent) {
        switch (intent) {
            case PlaceOrder order -> place(player, order);
            case Intent.CancelOrder(OrderReference reference) ->
                find(player, reference)
                        .ifPresentOrElse(
                                order -> state.cancel(order, CancelCause.PLAYER),
                                () -> reject(player.id, Reason.UNKNOWN_ORDER));
            case Intent.CancelAll(@Nullable Symbol symbol) -> {
                if (symbol != null && state.rules.instrument(symbol).isEmpty()) {
                    reject(player.id, Reason.UNKNOWN_SYMBOL);
                    return;
                }
                state.openOrdersOf(player.id).stream()
                        .filter(o -> symbol == null || o.instrument.symbol().equals(symbol))
                        .forEach(o -> state.cancel(o, CancelCause.PLAYER));
            }
            case Intent.AmendOrder(OrderReference reference, Quantity size) ->
                find(player, reference)
                        .ifPresentOrElse(
                                order -> amend(order, size.lots()), () -> reject(player.id, Reason.UNKNOWN_ORDER));
            case Intent.CancelAfter(long millis) -> {
                player.switchAt = millis == 0 ? null : state.now.plusMillis(millis);
                state.say(new Event.SwitchSet(player.id, player.switchAt));
            }
            case Intent.Say(String json) -> {
                if (json.length() > state.rules.limits().messageCharsMax()) {
                    reject(player.id, Reason.MESSAGE_TOO_LONG);
                } else {
                    state.say(new Event.Said(player.id, json));
                }
            }
        }
    }

    private Optional<NaiveOrder> find(Player player, OrderReference reference) {
        return state.resting.stream()
                .filter(order -> order.owner.equals(player.id))
                .filter(order -> switch (reference) {
                    case OrderReference.ByNumber(var id) -> order.number == id.number();
                    case OrderReference.ByClientId(var id) -> id.equals(order.terms.clientId());
                })
                .findFirst();
    }

    private void amend(NaiveOrder order, long size) {
        boolean smaller = size > order.filled && size < order.filled + order.open;
        if (!smaller || size < order.instrument.bounds().sizeMin().lots()) {
            reject(order.owner, Reason.AMEND_NOT_SMALLER);
            return;
        }
        BigInteger worth = BigInteger.valueOf(size)
                .multiply(BigInteger.valueOf(order.limit()))
                .multiply(BigInteger.valueOf(order.instrument.unitsPerTickLot()));
        long least = order.instrument.bounds().notionalMin().units();
        if (worth.compareTo(BigInteger.valueOf(least)) < 0) {
            reject(order.owner, Reason.NOTIONAL_TOO_SMALL);
            return;
        }
        long less = order.filled + order.open - size;
        state.touch(order);
        order.shrink(less, order.limit());
        state.release(
                order,
                order.isBuy()
                        ? less * order.limit() * order.instrument.unitsPerTickLot()
                        : less * order.instrument.unitsPerLot());
        state.say(new Event.Amended(order.view(), state.bookAudience(order.owner)));
    }

    private void place(Player player, PlaceOrder terms) {
        Optional<Instrument> instrument = state.rules.instrument(terms.symbol());
        if (instrument.isEmpty()) {
            reject(player.id, Reason.UNKNOWN_SYMBOL);
            return;
        }
        Wish wish = new Wish(player.id, instrument.get(), terms);
        Optional<Reason> refused = checks.order(wish);
        if (refused.isPresent()) {
            reject(player.id, refused.get());
            return;
        }
        accept(player, wish);
    }

    private void accept(Player player, Wish wish) {
        Instrument instrument = wish.instrument();
        long worst = NaiveReach.of(state, instrument, wish.terms()).worst();
        long needs = checks.needs(wish).longValueExact();
        NaiveOrder order = new NaiveOrder(++state.orderNumbers, wish, state.markPrice(instrument), state.now);
        if (wish.terms().clientId() != null) {
            player.clientIds.put(wish.terms().clientId(), new First(wish.terms(), order.view()));
        }
        state.say(new Event.Accepted(order.view(), state.bookAudience(player.id)));
        state.hold(order, needs);
        new NaiveMatch(state, order, worst).run();
    }
}
