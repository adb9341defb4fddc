package io.botpit.simulation.audit;

import io.botpit.game.ClientOrderId;
import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.OrderKind;
import io.botpit.game.PlayerId;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Bounds;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import io.botpit.simulation.audit.NaiveState.First;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws orders in a narrow band around the mark, so that most of them meet somebody; some are at the edge or wrong. */
final class OrderDraw {
    private static final Symbol NOWHERE = new Symbol("XYZ/USD");
    private static final int BAND_TICKS = 20;

    private final Dice dice;
    private final NaiveGame game;

    OrderDraw(Dice dice, NaiveGame game) {
        this.dice = dice;
        this.game = game;
    }

    PlaceOrder of(PlayerId player) {
        List<First> earlier = earlier(player);
        int repeat = dice.below(1_000);
        if (repeat < 30 && !earlier.isEmpty()) {
            return dice.of(earlier).terms();
        }
        Instrument instrument = dice.of(game.state.rules.instruments());
        Side side = dice.permille(500) ? Side.BUY : Side.SELL;
        ClientOrderId id =
                repeat < 50 && !earlier.isEmpty() ? dice.of(earlier).terms().clientId() : freshId(repeat);
        return new PlaceOrder(
                dice.permille(4) ? NOWHERE : instrument.symbol(),
                side,
                kind(player, instrument, side),
                dice.of(List.of(SelfTradePrevention.values())),
                id);
    }

    private @Nullable ClientOrderId freshId(int chance) {
        return chance < 500 ? new ClientOrderId("c" + dice.below(5_000)) : null;
    }

    private List<First> earlier(PlayerId player) {
        NaiveState.Player known = game.state.players.get(player);
        return known == null ? List.of() : new ArrayList<>(known.clientIds.values());
    }

    private OrderKind kind(PlayerId player, Instrument instrument, Side side) {
        int kind = dice.below(1_000);
        if (kind < 130 && side == Side.BUY) {
            return new OrderKind.MarketByBudget(budget(player, instrument));
        }
        long price = price(instrument, side);
        Quantity size = new Quantity(size(player, instrument, side == Side.BUY ? price : 0));
        if (kind < 260) {
            return new OrderKind.MarketBySize(size);
        }
        return new OrderKind.Limit(new Price(price), size, timeInForce());
    }

    private TimeInForce timeInForce() {
        int kind = dice.below(1_000);
        if (kind < 600) {
            return TimeInForce.GOOD_TILL_CANCELLED;
        }
        return kind < 730
                ? TimeInForce.IMMEDIATE_OR_CANCEL
                : kind < 880 ? TimeInForce.FILL_OR_KILL : TimeInForce.POST_ONLY;
    }

    private long price(Instrument instrument, Side side) {
        long mark = game.state.mark(instrument);
        Bounds bounds = instrument.bounds();
        long max = bounds.priceMax().ticks();
        int kind = dice.below(1_000);
        if (kind < 20) {
            return dice.of(List.of(
                    1L,
                    Math.max(1, bounds.priceMin().ticks() - 1),
                    bounds.priceMin().ticks(),
                    max,
                    max + 1,
                    Long.MAX_VALUE));
        }
        if (kind < 40) {
            return 1 + dice.upTo(max);
        }
        if (kind < 60) {
            return Math.max(1, atCollar(mark));
        }
        long middle = kind < 200 ? instrument.markAtStart().ticks() : mark;
        long away = dice.upTo(Math.min(BAND_TICKS, 1 + middle / 2));
        boolean behind = game.state.rules.trading().quotesBehindMark() ? dice.permille(900) : dice.permille(550);
        boolean below = behind == (side == Side.BUY);
        return Math.max(1, below ? middle - (side == Side.BUY ? 1 : 0) - away : middle + away);
    }

    /** The last price within the collar, or the first one outside. */
    private long atCollar(long mark) {
        long away = mark * game.state.rules.trading().collarPermille() / 1_000 + dice.below(2);
        return dice.permille(500) ? mark - away : mark + away;
    }

    /** @param price of a buy, or 0 */
    private long size(PlayerId player, Instrument instrument, long price) {
        Bounds bounds = instrument.bounds();
        int kind = dice.below(1_000);
        if (kind < 20) {
            return Math.max(
                    0,
                    dice.of(List.of(
                            0L,
                            bounds.sizeMin().lots() - 1,
                            bounds.sizeMin().lots(),
                            bounds.sizeMax().lots(),
                            bounds.sizeMax().lots() == Long.MAX_VALUE
                                    ? Long.MAX_VALUE - 1
                                    : bounds.sizeMax().lots() + 1,
                            Long.MAX_VALUE)));
        }
        long wallet = price > 0
                ? game.state.free(player, instrument.quote()) / Math.max(1, clamp(price, instrument))
                : game.state.free(player, instrument.base()) / instrument.unitsPerLot();
        if (kind < 60) {
            return wallet + (kind < 40 ? 0 : 1);
        }
        if (kind < 80 && price > 0) {
            return room(player, instrument) + (kind < 70 ? 0 : 1);
        }
        return kind < 600 ? 1 + dice.upTo(10) : 1 + dice.upTo(kind < 900 ? wallet / 5 : wallet);
    }

    /** The lots that a player may still buy until he reaches the limit of his position. */
    private long room(PlayerId player, Instrument instrument) {
        long units = instrument.bounds().positionMax().units()
                - game.state.free(player, instrument.base())
                - game.state.held(player, instrument.base());
        long bought = 0;
        for (NaiveOrder order : game.state.openOrdersOf(player)) {
            bought += order.isBuy() && order.instrument.equals(instrument) ? order.open : 0;
        }
        return Math.max(0, units / instrument.unitsPerLot() - bought);
    }

    /** Quote units of one lot at this price, not more than a long holds. */
    private static long clamp(long price, Instrument instrument) {
        long units = instrument.unitsPerTickLot();
        return price > Long.MAX_VALUE / units ? Long.MAX_VALUE : price * units;
    }

    private Amount budget(PlayerId player, Instrument instrument) {
        long free = game.state.free(player, instrument.quote());
        long least = instrument.bounds().budgetMin().units();
        int kind = dice.below(1_000);
        if (kind < 30) {
            return new Amount(dice.of(List.of(-1L, 0L, least - 1, least, free, free + 1, Amount.UNITS_MAX - 1)));
        }
        long lot = clamp(game.state.mark(instrument), instrument);
        long few = kind < 500 ? dice.upTo(lot * 12) : free / 4;
        return new Amount(Math.max(least, Math.min(dice.upTo(few), Amount.UNITS_MAX - 1)));
    }
}
