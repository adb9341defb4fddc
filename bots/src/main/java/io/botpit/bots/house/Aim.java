package io.botpit.bots.house;

import java.util.List;

/** What a trader wants in one market. The {@link Desk} sees to it. */
sealed interface Aim {
    Aim STAY = new Stay();

    /** Whatever is in the book may stay there. */
    record Stay() implements Aim {}

    /**
     * These orders in the book and no others. One that meets the other side's best price takes it.
     *
     * @param tolerance an order may stay while it is no further than this from where it should be, in the quote asset
     */
    record Quote(List<Offer> offers, double tolerance) implements Aim {
        public Quote {
            offers = List.copyOf(offers);
        }
    }

    /**
     * To own so many coins more than at the start, or fewer, by market orders and as fast as the book allows.
     *
     * @param tilt as a fraction of the coins at the start
     */
    record Tilt(double tilt) implements Aim {}
}
