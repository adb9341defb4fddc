package io.botpit.bots.house;

import io.botpit.bots.Market;
import io.botpit.bots.View;

/**
 * What a bot found when it first saw a market: the ground it measures from.
 *
 * @param price the mark, in the quote asset
 * @param coins what it owned of the base asset
 */
record Anchor(double price, double coins) {
    static Anchor of(View view, Market market) {
        return new Anchor(market.mark().doubleValue(), coins(view, market));
    }

    /** How far the bot's coins are from where they began: 0 unchanged, -1 all sold, 1 doubled; at most 1 either way. */
    double drift(View view, Market market) {
        if (coins <= 0) {
            return 0;
        }
        return Math.clamp((coins(view, market) - coins) / coins, -1, 1);
    }

    private static double coins(View view, Market market) {
        return view.balance(market.base()).total().doubleValue();
    }
}
