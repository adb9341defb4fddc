package io.botpit.simulation.audit;

import io.botpit.game.Holding;
import io.botpit.game.Side;
import io.botpit.game.Standing;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.Grant;
import io.botpit.game.rules.MarkRule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The mark, and the table of standings. */
final class NaiveTable {
    private final NaiveState state;

    NaiveTable(NaiveState state) {
        this.state = state;
    }

    /** The mark as the book says now; for an instrument whose resting orders changed. */
    long markFromBook(Instrument instrument) {
        long mark = state.mark(instrument);
        Optional<NaiveOrder> bid = state.best(instrument, Side.BUY);
        Optional<NaiveOrder> ask = state.best(instrument, Side.SELL);
        if (bid.isPresent() && ask.isPresent()) {
            return middle(bid.get().limit(), ask.get().limit());
        }
        Optional<NaiveOrder> only = bid.or(() -> ask);
        if (only.isEmpty() || state.rules.trading().markRule() == MarkRule.MID) {
            return mark;
        }
        return middle(mark, only.get().limit());
    }

    private static long middle(long a, long b) {
        long down = (a + b) / 2;
        boolean half = (a + b) % 2 != 0;
        return half && down % 2 != 0 ? down + 1 : down;
    }

    List<Standing> rows() {
        List<Standing> rows = new ArrayList<>();
        for (NaiveState.Player player : state.players.values()) {
            List<Holding> holdings = new ArrayList<>();
            BigInteger equity = BigInteger.ZERO;
            for (Asset asset : state.rules.assets()) {
                long free = state.free(player.id, asset);
                long held = state.held(player.id, asset);
                holdings.add(new Holding(asset, new Amount(free), new Amount(held)));
                equity = equity.add(value(asset, free + held));
            }
            rows.add(new Standing(
                    1, player.id, player.name, holdings, amount(equity), amount(equity.subtract(startingWallet()))));
        }
        return placed(rows);
    }

    private BigInteger startingWallet() {
        BigInteger worth = BigInteger.ZERO;
        for (Grant grant : state.rules.grants()) {
            worth = worth.add(value(grant.asset(), grant.amount().units()));
        }
        return worth;
    }

    private BigInteger value(Asset asset, long units) {
        if (asset.equals(state.rules.firstInstrument().quote())) {
            return BigInteger.valueOf(units);
        }
        for (Instrument instrument : state.rules.instruments()) {
            if (instrument.base().equals(asset)) {
                return BigInteger.valueOf(units)
                        .multiply(BigInteger.valueOf(state.mark(instrument)))
                        .multiply(BigInteger.valueOf(instrument.unitsPerTickLot()))
                        .divide(BigInteger.valueOf(instrument.unitsPerLot()));
            }
        }
        throw new IllegalStateException("no instrument sells " + asset);
    }

    private static Amount amount(BigInteger units) {
        return new Amount(units.longValueExact());
    }

    /** A place is one more than the number of better scores. */
    private static List<Standing> placed(List<Standing> rows) {
        List<Standing> table = new ArrayList<>();
        for (Standing row : rows) {
            int better = 0;
            for (Standing other : rows) {
                better += other.score().compareTo(row.score()) > 0 ? 1 : 0;
            }
            table.add(new Standing(better + 1, row.player(), row.name(), row.holdings(), row.equity(), row.score()));
        }
        table.sort(Comparator.comparingInt(Standing::place).thenComparing(Standing::player));
        return table;
    }
}
