package io.botpit.game.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class InstrumentTest {
    private static final Asset USD = new Asset("USD", 10);
    private static final Asset BTC = new Asset("BTC", 8);

    @Test
    void oneTickLotIsOneUnitSoNoTradeRounds() {
        Instrument instrument = instrument(BTC, USD, 2, 8);

        assertThat(instrument.unitsPerTickLot()).isEqualTo(1);
        assertThat(instrument.notional(new Price(99_999), new Quantity(150_000_000)))
                .isEqualTo(new Amount(14_999_850_000_000L));
    }

    @Test
    void coarserTicksAndLotsAreStillWholeUnits() {
        Instrument instrument = instrument(BTC, USD, 1, 4);

        assertThat(instrument.unitsPerTickLot()).isEqualTo(100_000);
        assertThat(instrument.unitsPerLot()).isEqualTo(10_000);
    }

    @Test
    void anInstrumentThatWouldRoundCannotBeMade() {
        assertThatThrownBy(() -> instrument(BTC, USD, 4, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would round");
        assertThatThrownBy(() -> instrument(BTC, USD, 0, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> instrument(USD, USD, 2, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNotionalBeyondTheLedgerDoesNotFit() {
        Instrument instrument = instrument(BTC, USD, 2, 8);

        assertThat(instrument.fits(new Price(1), new Quantity(Amount.UNITS_MAX - 1)))
                .isTrue();
        assertThat(instrument.fits(new Price(1), new Quantity(Amount.UNITS_MAX)))
                .isFalse();
        assertThat(instrument.fits(new Price(4), new Quantity(1L << 62))).isFalse();
        assertThat(instrument.fits(new Price(Long.MAX_VALUE), new Quantity(Long.MAX_VALUE)))
                .isFalse();
    }

    @Test
    void pricesAndSizesPrintInDecimals() {
        Instrument instrument = instrument(BTC, USD, 2, 8);

        assertThat(instrument.text(new Price(99_999))).isEqualTo("999.99");
        assertThat(instrument.text(new Quantity(1))).isEqualTo("0.00000001");
        assertThat(USD.text(new Amount(1))).isEqualTo("0.0000000001");
    }

    private static Instrument instrument(Asset base, Asset quote, int priceDecimals, int sizeDecimals) {
        Bounds bounds = new Bounds(
                new Price(1),
                new Price(1_000),
                new Quantity(1),
                new Quantity(1_000),
                new Amount(1),
                new Amount(1),
                Amount.MOST);
        return new Instrument(base, quote, priceDecimals, sizeDecimals, bounds, new Price(100));
    }
}
