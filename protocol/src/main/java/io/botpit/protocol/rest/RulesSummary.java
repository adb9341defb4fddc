package io.botpit.protocol.rest;

import java.util.List;
import java.util.Map;

/**
 * What a player has to know before the first order.
 *
 * @param behaviorVersion of the engine
 * @param instruments the first is meant when none is named
 * @param grants starting wallet by asset
 * @param userLimit how many users it takes, house bots aside; 0 for any number
 * @param timeLimitMs 0: no end
 * @param quotesBehindMark limit buys must be below the mark, limit sells at or above it
 * @param makerFeePpm millionths of what that side receives
 * @param takerFeePpm likewise
 */
public record RulesSummary(
        int behaviorVersion,
        List<InstrumentRow> instruments,
        Map<String, String> grants,
        List<String> whitelist,
        int userLimit,
        long timeLimitMs,
        boolean quotesBehindMark,
        int makerFeePpm,
        int takerFeePpm) {
    public RulesSummary {
        instruments = List.copyOf(instruments);
        whitelist = List.copyOf(whitelist);
    }

    /**
     * One tradable pair.
     *
     * @param priceDecimals decimals of one tick
     * @param sizeDecimals decimals of one lot
     */
    public record InstrumentRow(String symbol, int priceDecimals, int sizeDecimals) {}
}
