package io.botpit.dialect.arena;

import io.botpit.game.GameTime;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.protocol.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Decimals of the wire and whole numbers of the game. What is too big or too small for the game becomes the biggest or
 * smallest number there is, so that the game refuses it with its own reason, in its own order of checks.
 */
final class Scales {
    /** Decimals of money on the wire, where cxgame rounds. */
    static final int MONEY_PLACES = 2;

    /** Decimals of sizes on the wire. */
    static final int SIZE_PLACES = 10;

    /** What cxgame writes where nothing is left or nothing was filled yet. */
    static final BigDecimal NOTHING = new BigDecimal("0.00");

    private static final int MICRO_PLACES = 6;
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Scales() {}

    /** Half to even; what is not above zero becomes one tick. */
    static Price price(BigDecimal value, Instrument instrument) {
        BigDecimal rounded = Decimals.rounded(value, instrument.priceDecimals());
        return new Price(Math.max(1, clamped(rounded)));
    }

    /** Half to even at ten places, as cxgame does, then down to the lot. */
    static Quantity size(BigDecimal value, Instrument instrument) {
        BigDecimal rounded = Decimals.rounded(value, SIZE_PLACES);
        return new Quantity(clamped(rounded.setScale(instrument.sizeDecimals(), RoundingMode.DOWN)));
    }

    /** Half to even at two places, then down to the asset's unit. */
    static Amount amount(BigDecimal value, Asset asset) {
        BigDecimal rounded = Decimals.rounded(value, MONEY_PLACES);
        long units = clamped(rounded.setScale(asset.decimals(), RoundingMode.DOWN));
        return new Amount(Math.min(units, Amount.UNITS_MAX - 1));
    }

    static BigDecimal of(Price price, Instrument instrument) {
        return Decimals.ofUnits(price.ticks(), instrument.priceDecimals());
    }

    static BigDecimal of(Quantity size, Instrument instrument) {
        return Decimals.ofUnits(size.lots(), instrument.sizeDecimals());
    }

    static BigDecimal of(Amount amount, Asset asset) {
        return Decimals.ofUnits(amount.units(), asset.decimals());
    }

    static BigDecimal money(BigDecimal value) {
        return Decimals.rounded(value, MONEY_PLACES);
    }

    static BigDecimal size(BigDecimal value) {
        return Decimals.rounded(value, SIZE_PLACES);
    }

    /** Without trailing zeros: {@code 1.5}, {@code 10}. */
    static BigDecimal exact(Quantity size, Instrument instrument) {
        return Decimals.shortest(of(size, instrument));
    }

    /** Without trailing zeros: {@code 8500.02}, {@code 10}. */
    static BigDecimal exact(Amount amount, Asset asset) {
        return Decimals.shortest(of(amount, asset));
    }

    static BigDecimal seconds(GameTime time) {
        return Decimals.shortestWithPoint(Decimals.ofUnits(time.micros(), MICRO_PLACES));
    }

    private static long clamped(BigDecimal value) {
        if (value.signum() < 0) {
            return 0;
        }
        return value.unscaledValue().min(LONG_MAX).longValue();
    }
}
