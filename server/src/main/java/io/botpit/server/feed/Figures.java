package io.botpit.server.feed;

import io.botpit.game.GameTime;
import io.botpit.game.Standing;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.protocol.rest.StandingRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ticks, lots and units as people are shown them. Rounding here is for the eye only. Any thread. */
public final class Figures {
    /** Equity and score are shown in cents. */
    private static final int MONEY_DECIMALS = 2;

    private static final long MICROS_PER_MILLI = 1_000;

    private Figures() {}

    public static BigDecimal price(Instrument instrument, Price price) {
        return BigDecimal.valueOf(price.ticks(), instrument.priceDecimals());
    }

    public static BigDecimal size(Instrument instrument, Quantity size) {
        return trimmed(BigDecimal.valueOf(size.lots(), instrument.sizeDecimals()));
    }

    public static BigDecimal money(Asset asset, Amount amount) {
        return cents(BigDecimal.valueOf(amount.units(), asset.decimals()));
    }

    public static BigDecimal cents(BigDecimal value) {
        return value.setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN);
    }

    public static String amount(Asset asset, Amount amount) {
        return trimmed(BigDecimal.valueOf(amount.units(), asset.decimals())).toPlainString();
    }

    /** A row of a table; {@code house}: whether the server itself runs the player. */
    public static StandingRow standing(Standing row, boolean house, Asset money) {
        Map<String, String> wallet = new LinkedHashMap<>();
        row.holdings().forEach(holding -> wallet.put(holding.asset().code(), amount(holding.asset(), holding.total())));
        return new StandingRow(
                row.place(),
                row.name(),
                house,
                money(money, row.equity()).toPlainString(),
                money(money, row.score()).toPlainString(),
                wallet);
    }

    public static long millis(GameTime time) {
        return time.micros() / MICROS_PER_MILLI;
    }

    public static @Nullable Long millisOrNull(@Nullable GameTime time) {
        return time == null ? null : millis(time);
    }

    /** Without zeros at the end, but never with an exponent. */
    static BigDecimal trimmed(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
