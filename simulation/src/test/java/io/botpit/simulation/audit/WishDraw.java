package io.botpit.simulation.audit;

import io.botpit.game.ClientOrderId;
import io.botpit.game.Intent;
import io.botpit.game.OrderId;
import io.botpit.game.OrderReference;
import io.botpit.game.PlayerId;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what a player wishes: a fifth are cancels, some of orders that are foreign, gone or never were. */
final class WishDraw {
    private final Dice dice;
    private final NaiveGame game;
    private final OrderDraw orders;

    WishDraw(Dice dice, NaiveGame game) {
        this.dice = dice;
        this.game = game;
        this.orders = new OrderDraw(dice, game);
    }

    Intent of(PlayerId player) {
        int kind = dice.below(1_000);
        boolean idle = game.state.openOrdersOf(player).isEmpty() && dice.permille(800);
        if (kind < 660 || idle && kind < 940) {
            return orders.of(player);
        }
        if (kind < 860) {
            return new Intent.CancelOrder(reference(player));
        }
        if (kind < 940) {
            return amend(player);
        }
        if (kind < 950) {
            return new Intent.CancelAll(dice.permille(500) ? null : symbol());
        }
        if (kind < 965) {
            long millis = dice.upTo(dice.permille(900) ? 5_000 : Intent.CancelAfter.MILLIS_MAX);
            return new Intent.CancelAfter(dice.permille(300) ? 0 : millis);
        }
        int chars = game.state.rules.limits().messageCharsMax();
        return new Intent.Say("1".repeat(Math.max(1, chars - 1 + dice.below(3))));
    }

    private Symbol symbol() {
        return dice.of(game.state.rules.instruments()).symbol();
    }

    private OrderReference reference(PlayerId player) {
        int kind = dice.below(1_000);
        if (kind < 150) {
            return new OrderReference.ByClientId(clientId(player));
        }
        Optional<NaiveOrder> order = pick(player, kind < 750);
        return new OrderReference.ByNumber(new OrderId(
                kind < 900 && order.isPresent() ? order.get().number : 1 + dice.upTo(game.state.orderNumbers + 1)));
    }

    private ClientOrderId clientId(PlayerId player) {
        List<ClientOrderId> used = openClientIds(player);
        return used.isEmpty() || dice.permille(300) ? new ClientOrderId("c" + dice.below(200)) : dice.of(used);
    }

    private List<ClientOrderId> openClientIds(PlayerId player) {
        List<ClientOrderId> used = new ArrayList<>();
        for (NaiveOrder order : game.state.openOrdersOf(player)) {
            ClientOrderId id = order.terms.clientId();
            if (id != null) {
                used.add(id);
            }
        }
        return used;
    }

    private Optional<NaiveOrder> pick(PlayerId player, boolean own) {
        List<NaiveOrder> choices = own ? game.state.openOrdersOf(player) : game.state.resting;
        return choices.isEmpty() ? Optional.empty() : Optional.of(dice.of(choices));
    }

    private Intent amend(PlayerId player) {
        Optional<NaiveOrder> own = pick(player, true);
        if (own.isEmpty() || dice.permille(100)) {
            return new Intent.AmendOrder(reference(player), new Quantity(dice.upTo(20)));
        }
        NaiveOrder order = own.get();
        Instrument instrument = order.instrument;
        long present = order.filled + order.open;
        long size = switch (dice.below(12)) {
            case 0 -> present;
            case 1 -> present + 1;
            case 2 -> order.filled;
            case 3 -> order.filled + 1;
            case 4 -> instrument.bounds().sizeMin().lots() - 1;
            case 5 -> instrument.bounds().sizeMin().lots();
            default -> order.filled + dice.upTo(order.open);
        };
        return new Intent.AmendOrder(
                new OrderReference.ByNumber(new OrderId(order.number)), new Quantity(Math.max(0, size)));
    }
}
