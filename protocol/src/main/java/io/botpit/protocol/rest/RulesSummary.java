package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a player has to know before the first order.
 *
 * @param behaviorVersion of the engine
 * @param instruments the first is meant when none is named
 * @param grants starting wallet by asset
 * @param userLimit how many users it takes, house bots aside; 0 for any number
 * @param timeLimitMs 0: no end
 * @param quotesBehindMark limit buys must be below the mark, limit sells at or above it
 * @param fees its fields stand beside the others
 * @param limits what a player may have at most
 */
public record RulesSummary(
        int behaviorVersion,
        List<InstrumentRow> instruments,
        Map<String, String> grants,
        List<String> whitelist,
        int userLimit,
        long timeLimitMs,
        boolean quotesBehindMark,
        @JsonUnwrapped Fees fees,
        Limits limits) {
    public RulesSummary {
        instruments = List.copyOf(instruments);
        whitelist = List.copyOf(whitelist);
    }

    /**
     * In millionths of what each side receives.
     *
     * @param makerFeePpm of the order that rested
     * @param takerFeePpm of the one that came
     */
    public record Fees(int makerFeePpm, int takerFeePpm) {}

    /**
     * Every limit is inclusive.
     *
     * @param positionMax by coin: what a player owns and his open buys, in coins; coins without a limit are not in it
     * @param notionalMax price times size of all his open orders, in the quote asset; null: any amount
     * @param ordersMax his open orders
     */
    public record Limits(
            Map<String, String> positionMax, @Nullable String notionalMax, int ordersMax) {}

    /**
     * One tradable pair.
     *
     * @param priceDecimals decimals of one tick
     * @param sizeDecimals decimals of one lot
     */
    public record InstrumentRow(String symbol, int priceDecimals, int sizeDecimals) {}
}
