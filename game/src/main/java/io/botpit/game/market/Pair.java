package io.botpit.game.market;

import io.botpit.game.Side;
import io.botpit.game.ledger.Ledger;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;

/**
 * An instrument as the ledger knows it. Sums have been proved to fit when an order was admitted.
 *
 * @param base position of the base asset in the ledger
 * @param quote position of the quote asset in the ledger
 */
record Pair(Instrument instrument, int base, int quote, long unitsPerTickLot, long unitsPerLot) {
    static Pair of(Instrument instrument, Ledger ledger) {
        return new Pair(
                instrument,
                ledger.position(instrument.base()),
                ledger.position(instrument.quote()),
                instrument.unitsPerTickLot(),
                instrument.unitsPerLot());
    }

    /** The asset that an order of this side holds. */
    int held(Side side) {
        return side == Side.BUY ? quote : base;
    }

    long quoteUnits(long ticks, long lots) {
        return ticks * lots * unitsPerTickLot;
    }

    /** At most {@link Amount#UNITS_MAX}, which is more than anybody owns: a size nobody can pay never wraps. */
    long baseUnits(long lots) {
        return lots > Amount.UNITS_MAX / unitsPerLot ? Amount.UNITS_MAX : lots * unitsPerLot;
    }
}
