package io.botpit.game.market;

import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.book.Order;
import io.botpit.game.ledger.Wallet;

/**
 * What a player's resting orders could still cost, counted from the orders themselves; the ledger's holds must agree
 * after every command.
 */
final class Exposure {
    private final PlayerId player;
    private final long[] required;
    private final long[] openBuys;
    private long notional;

    Exposure(PlayerId player, int assets) {
        this.player = player;
        required = new long[assets];
        openBuys = new long[assets];
    }

    /** A resting order became larger (it came) or smaller by some lots. */
    void changed(Order order, long lots, Pair pair) {
        long cost = pair.quoteUnits(order.ticks(), lots);
        long size = pair.baseUnits(lots);
        notional += cost;
        if (order.side() == Side.BUY) {
            required[pair.quote()] += cost;
            openBuys[pair.base()] += size;
        } else {
            required[pair.base()] += size;
        }
        if (notional < 0) {
            throw new InvariantBroken(
                    "open notional below zero after order " + order.id().number());
        }
    }

    /** Price times size of all resting orders, in quote units. */
    long notional() {
        return notional;
    }

    /** What open buys would add to a base asset, in its units. */
    long openBuys(int asset) {
        return openBuys[asset];
    }

    int assets() {
        return required.length;
    }

    void check(Wallet wallet, int asset) {
        if (wallet.held(asset) != required[asset] || wallet.free(asset) < 0) {
            throw new InvariantBroken("player " + player.number() + " holds " + wallet.held(asset)
                    + " units of asset " + asset + ", his orders need " + required[asset]
                    + ", free are " + wallet.free(asset));
        }
    }
}
