package io.botpit.simulation.audit;

import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.OrderKind;
import io.botpit.game.Side;
import io.botpit.game.money.Instrument;
import java.util.Optional;

/**
 * How far an incoming order reaches into the opposite side.
 *
 * @param worst the worst maker's price it still takes, in ticks
 * @param best the best maker there is, whoever owns it
 */
record NaiveReach(Side side, long worst, Optional<NaiveOrder> best) {
    static NaiveReach of(NaiveState state, Instrument instrument, PlaceOrder terms) {
        long worst = terms.kind() instanceof OrderKind.Limit limit
                ? limit.price().ticks()
                : collar(state, instrument, terms.side());
        return new NaiveReach(
                terms.side(), worst, state.best(instrument, terms.side().opposite()));
    }

    private static long collar(NaiveState state, Instrument instrument, Side side) {
        long permille = state.rules.trading().collarPermille();
        long mark = state.mark(instrument);
        if (permille == 0) {
            return side == Side.BUY ? Long.MAX_VALUE : 0;
        }
        return side == Side.BUY
                ? Math.floorDiv(Math.multiplyExact(mark, 1_000 + permille), 1_000L)
                : Math.ceilDiv(Math.multiplyExact(mark, 1_000 - permille), 1_000L);
    }

    boolean covers(long ticks) {
        return side == Side.BUY ? ticks <= worst : ticks >= worst;
    }

    boolean anyInReach() {
        return best.isPresent() && covers(best.get().limit());
    }
}
