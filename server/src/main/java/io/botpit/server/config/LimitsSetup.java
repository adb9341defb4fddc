package io.botpit.server.config;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import io.botpit.game.rules.Limits;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a player may have at most, as far as it differs from the preset.
 *
 * @param positionMax by coin, in coins: what he owns and his open buys
 * @param notionalMax price times size of all his open orders, in the quote asset; null: the preset's
 * @param ordersMax his open orders; null: the preset's
 */
public record LimitsSetup(
        Map<String, BigDecimal> positionMax,
        @Nullable BigDecimal notionalMax,
        @Nullable Integer ordersMax) {
    public static final int ORDERS_MAX = Limits.STANDARD.ordersOpenMax();
    public static final LimitsSetup NONE = new LimitsSetup(Map.of(), null, null);

    private static final String AMOUNT_OF_A_COIN = "[A-Za-z0-9]{1,10}=-?\\d{1,20}(\\.\\d{1,20})?";

    public LimitsSetup {
        positionMax = Map.copyOf(positionMax);
    }

    /** Reads {@code BTC=50,ETH=400.5}; {@link IllegalArgumentException} says for people what is wrong with it. */
    public static Map<String, BigDecimal> positions(String text) {
        Map<String, BigDecimal> positions = new LinkedHashMap<>();
        for (String item : text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))) {
            if (!item.strip().matches(AMOUNT_OF_A_COIN)) {
                throw new IllegalArgumentException("must look like BTC=50,ETH=400.5: a coin, =, and how many coins");
            }
            String[] parts = item.strip().split("=", -1);
            if (positions.put(parts[0], new BigDecimal(parts[1])) != null) {
                throw new IllegalArgumentException("names " + parts[0] + " twice: once is enough");
            }
        }
        return positions;
    }

    /** {@link IllegalArgumentException} names the field that cannot be, its limit and what would do. */
    public GameRules over(GameRules preset) {
        List<String> coins =
                preset.instruments().stream().map(one -> one.base().code()).toList();
        if (!coins.containsAll(positionMax.keySet())) {
            throw new IllegalArgumentException(
                    "position_max must name coins of the game, which are " + String.join(", ", coins));
        }
        List<Instrument> instruments = preset.instruments().stream()
                .map(one -> one.with(one.bounds().withPositionMax(position(one, preset.grants()))))
                .toList();
        boolean unlimited =
                instruments.stream().allMatch(one -> one.bounds().positionMax().equals(Amount.MOST));
        if (unlimited && preset.schedule().closing().positionPercent() < Closing.PERCENT_MAX) {
            throw new IllegalArgumentException("closing_position_percent must be " + Closing.PERCENT_MAX
                    + " in a game without position_max: leave it out, or give position_max, too");
        }
        return preset.with(instruments, limits(preset));
    }

    private Amount position(Instrument instrument, List<Grant> grants) {
        Asset coin = instrument.base();
        BigDecimal most = positionMax.get(coin.code());
        if (most == null) {
            return instrument.bounds().positionMax();
        }
        String name = "position_max of " + coin.code();
        Amount position = amount(name, most, coin);
        for (Grant grant : grants) {
            if (grant.asset().equals(coin) && position.compareTo(grant.amount()) < 0) {
                throw new IllegalArgumentException(name + " must be at least the " + coin.text(grant.amount())
                        + " that everybody starts with, which count: make it larger");
            }
        }
        return position;
    }

    private Limits limits(GameRules preset) {
        if (ordersMax != null && (ordersMax < 1 || ordersMax > ORDERS_MAX)) {
            throw new IllegalArgumentException("orders_open_max must be a whole number from 1 to " + ORDERS_MAX);
        }
        Limits usual = preset.limits();
        return usual.withOpen(
                ordersMax == null ? usual.ordersOpenMax() : ordersMax,
                notionalMax == null
                        ? usual.notionalOpenMax()
                        : amount(
                                "notional_open_max",
                                notionalMax,
                                preset.firstInstrument().quote()));
    }

    /** Exact, with bounded work whatever the exponent. */
    private static Amount amount(String name, BigDecimal most, Asset asset) {
        BigDecimal beyond = BigDecimal.valueOf(Amount.MOST.units(), asset.decimals());
        if (most.signum() <= 0 || most.compareTo(beyond) >= 0) {
            throw new IllegalArgumentException(name + " must be more than 0 and less than " + beyond.toPlainString()
                    + ": leave it out for no limit");
        }
        if (most.stripTrailingZeros().scale() > asset.decimals()) {
            throw new IllegalArgumentException(
                    name + " must have at most the " + asset.decimals() + " decimals of " + asset.code());
        }
        return new Amount(most.scaleByPowerOfTen(asset.decimals()).longValueExact());
    }
}
