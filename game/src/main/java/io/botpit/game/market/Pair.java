package io.botpit.game.market;

import io.botpit.game.Side;
import io.botpit.game.ledger.Ledger;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Symbol;

/** An instrument as the ledger knows it. Sums have been proved to fit when an order was admitted. Immutable. */
final class Pair {
    private final Instrument instrument;
    private final Symbol symbol;
    private final int base;
    private final int quote;
    private final long unitsPerTickLot;
    private final long unitsPerLot;
    private final long tickLotsMax;
    private final long lotsMax;

    Pair(Instrument instrument, Ledger ledger) {
        this.instrument = instrument;
        symbol = instrument.symbol();
        base = ledger.position(instrument.base());
        quote = ledger.position(instrument.quote());
        unitsPerTickLot = instrument.unitsPerTickLot();
        unitsPerLot = instrument.unitsPerLot();
        tickLotsMax = (Amount.UNITS_MAX - 1) / unitsPerTickLot;
        lotsMax = Amount.UNITS_MAX / unitsPerLot;
    }

    Instrument instrument() {
        return instrument;
    }

    Symbol symbol() {
        return symbol;
    }

    /** Position of the base asset in the ledger. */
    int base() {
        return base;
    }

    /** Position of the quote asset in the ledger. */
    int quote() {
        return quote;
    }

    /** The asset that an order of this side holds. */
    int held(Side side) {
        return side == Side.BUY ? quote : base;
    }

    /** The asset that a trade gives to this side. */
    Asset received(Side side) {
        return side == Side.BUY ? instrument.base() : instrument.quote();
    }

    long unitsPerTickLot() {
        return unitsPerTickLot;
    }

    long quoteUnits(long ticks, long lots) {
        return ticks * lots * unitsPerTickLot;
    }

    /**
     * Quote units for show: the same money can pass through a resting order many times, so they are cut where amounts
     * end.
     */
    Amount shown(long tickLots) {
        return tickLots == 0 ? Amount.ZERO : new Amount(Math.min(tickLots, tickLotsMax) * unitsPerTickLot);
    }

    /** At most {@link Amount#UNITS_MAX}, which is more than anybody owns: a size nobody can pay never wraps. */
    long baseUnits(long lots) {
        return lots > lotsMax ? Amount.UNITS_MAX : lots * unitsPerLot;
    }
}
