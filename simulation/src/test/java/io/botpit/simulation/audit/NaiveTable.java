package io.botpit.simulation.audit;

import io.botpit.game.Appraisal;
import io.botpit.game.Holding;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.Standing;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.Grant;
import io.botpit.game.rules.MarkRule;
import io.botpit.game.rules.Valuation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    List<Standing> rows(Map<PlayerId, List<Appraisal>> appraisals) {
        List<Standing> rows = new ArrayList<>();
        for (NaiveState.Player player : state.players.values()) {
            List<Holding> holdings = new ArrayList<>();
            List<Appraisal> own = appraisals.getOrDefault(player.id, List.of());
            BigInteger equity = BigInteger.ZERO;
            for (Appraisal appraisal : own) {
                equity = equity.subtract(BigInteger.valueOf(appraisal.haircut().units()));
            }
            for (Asset asset : state.rules.assets()) {
                long free = state.free(player.id, asset);
                long held = state.held(player.id, asset);
                holdings.add(new Holding(asset, new Amount(free), new Amount(held)));
                equity = equity.add(value(asset, free + held, own));
            }
            rows.add(new Standing(
                    1, player.id, player.name, holdings, amount(equity), amount(equity.subtract(startingWallet(own)))));
        }
        return placed(rows);
    }

    private BigInteger startingWallet(List<Appraisal> own) {
        BigInteger worth = BigInteger.ZERO;
        for (Grant grant : state.rules.grants()) {
            worth = worth.add(value(grant.asset(), grant.amount().units(), own));
        }
        return worth;
    }

    private BigInteger value(Asset asset, long units, List<Appraisal> own) {
        if (asset.equals(state.rules.firstInstrument().quote())) {
            return BigInteger.valueOf(units);
        }
        for (Instrument instrument : state.rules.instruments()) {
            if (instrument.base().equals(asset)) {
                return BigInteger.valueOf(units)
                        .multiply(BigInteger.valueOf(mark(instrument, own)))
                        .multiply(BigInteger.valueOf(instrument.unitsPerTickLot()))
                        .divide(BigInteger.valueOf(instrument.unitsPerLot()));
            }
        }
        throw new IllegalStateException("no instrument sells " + asset);
    }

    private static long mark(Instrument instrument, List<Appraisal> own) {
        return own.stream()
                .filter(appraisal -> appraisal.symbol().equals(instrument.symbol()))
                .mapToLong(appraisal -> appraisal.mark().ticks())
                .sum();
    }

    /** How near scores are to the first of their place to share it: the ten thousandth part of the starting wallet. */
    private long tie() {
        List<Appraisal> first = state.rules.instruments().stream()
                .map(i -> new Appraisal(i.symbol(), i.markAtStart(), Amount.ZERO))
                .toList();
        return state.rules.schedule().closing().valuation() == Valuation.LAST_MARK
                ? 0
                : startingWallet(first).divide(BigInteger.valueOf(10_000)).longValueExact();
    }

    private static Amount amount(BigInteger units) {
        return new Amount(units.longValueExact());
    }

    /** A place is that of the first row that is near enough, or one more than the number of better rows. */
    private List<Standing> placed(List<Standing> rows) {
        List<Standing> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(Standing::score).reversed().thenComparing(Standing::player));
        List<Standing> table = new ArrayList<>();
        for (Standing row : sorted) {
            Standing last = table.isEmpty() ? row : table.getLast();
            Standing first = table.isEmpty() ? row : table.get(last.place() - 1);
            boolean near = first.score().units() - row.score().units() <= tie();
            int place = near && !table.isEmpty() ? last.place() : table.size() + 1;
            table.add(new Standing(place, row.player(), row.name(), row.holdings(), row.equity(), row.score()));
        }
        return table;
    }
}
