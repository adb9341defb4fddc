package io.botpit.benchmarks;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Intent;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderReference;
import io.botpit.game.PlayerId;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * What busy players do, the same for the same seed: six of ten commands are limit orders around the mark, one is a
 * market order, three cancel the player's oldest order. For one thread.
 */
final class Traffic {
    /** Half the width of the band of prices, in ticks. */
    private static final int SPREAD_TICKS = 40;

    private static final int SIZE_LOTS_MAX = 1_000_000;

    private final SplittableRandom random;
    private final Instrument instrument;
    private final List<PlayerId> players;
    private final Map<PlayerId, Queue<OrderId>> placed = new HashMap<>();

    Traffic(long seed, Instrument instrument, List<PlayerId> players) {
        this.random = new SplittableRandom(seed);
        this.instrument = instrument;
        this.players = players;
        players.forEach(player -> placed.put(player, new ArrayDeque<>()));
    }

    Command next() {
        PlayerId player = players.get(random.nextInt(players.size()));
        int kind = random.nextInt(10);
        OrderId oldest =
                kind < 3 ? placed.getOrDefault(player, new ArrayDeque<>()).poll() : null;
        return new Command.PlayerCommand(
                player,
                oldest == null ? order(kind == 3) : new Intent.CancelOrder(new OrderReference.ByNumber(oldest)));
    }

    /** Learns which orders there are to cancel. */
    void saw(Committed commit) {
        for (Event event : commit.events()) {
            if (event instanceof Event.Accepted(var order, var _)
                    && commit.command().value() instanceof Command.PlayerCommand(var player, var _)) {
                placed.getOrDefault(player, new ArrayDeque<>()).add(order.id());
            }
        }
    }

    private Intent order(boolean atMarket) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        Quantity size = new Quantity(100_000 + random.nextInt(SIZE_LOTS_MAX));
        long ticks = instrument.markAtStart().ticks() + random.nextInt(-SPREAD_TICKS, SPREAD_TICKS + 1);
        OrderKind kind = atMarket
                ? new OrderKind.MarketBySize(size)
                : new OrderKind.Limit(new Price(ticks), size, TimeInForce.GOOD_TILL_CANCELLED);
        return new Intent.PlaceOrder(instrument.symbol(), side, kind, SelfTradePrevention.CANCEL_TAKER, null);
    }
}
