package io.botpit.protocol.rest;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a player of the game may have at most; what is absent is as the preset has it.
 *
 * @param positionMax by coin, in coins: what he owns and his open buys
 * @param notionalMax price times size of all his open orders, in the quote asset
 * @param ordersMax his open orders
 */
public record LimitsRequest(
        @Nullable Map<String, @Nullable BigDecimal> positionMax,
        @Nullable BigDecimal notionalMax,
        @Nullable Integer ordersMax) {}
