package io.botpit.bots.house;

import io.botpit.bots.Side;
import io.botpit.bots.Update;
import java.util.ArrayList;
import java.util.List;

/**
 * Two traders of the auction literature in one, a buyer and a seller with one unit each: what is bought can be sold
 * again, which is the only way to earn in a game of wallets.
 */
final class AuctionTrader implements Trader {
    /** Older prices stay while they are no further off than this fraction of the price. */
    private static final double TOLERANCE = 0.00002;

    private final Worth worth;
    private final Pricing pricing;
    private final double unit;

    /** @param unit what it buys or sells at a time, as a fraction of the coins at the start, 0 to 0.5 */
    AuctionTrader(Worth worth, Pricing pricing, double unit) {
        Ranges.check("unit", unit, 0, 0.5);
        this.worth = worth;
        this.pricing = pricing;
        this.unit = unit;
    }

    @Override
    public Aim aim(Scene scene) {
        Limits limits = worth.limits(scene);
        pricing.looked(limits, scene);
        List<Offer> offers = new ArrayList<>();
        for (Side side : Side.values()) {
            pricing.price(side, limits, scene).ifPresent(price -> offers.add(new Offer(side, price, unit)));
        }
        return new Aim.Quote(offers, TOLERANCE * scene.mark());
    }

    @Override
    public void heard(Update.Traded trade) {
        pricing.heard(trade);
    }
}
