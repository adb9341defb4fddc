package io.botpit.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What traders under load ask for. */
final class Orders {
    private static final int TEXTS = 64;
    private static final int BAND_TICKS = 40;

    private Orders() {}

    /**
     * Buys and sells in turn, every buy at or above every sale: whatever rests is met by the next of the other side, so the book
     * stays as small as the number of orders in flight. Whoever meets himself shrinks both orders.
     */
    static List<String> of(int index) {
        SplittableRandom random = new SplittableRandom(index);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            boolean buys = (index + i) % 2 == 0;
            int off = random.nextInt(BAND_TICKS);
            int cents = 100_000 + (buys ? off : -off);
            texts.add("{\"cmd\":\"" + (buys ? "buy" : "sell") + "\",\"params\":{\"price\":\""
                    + cents / 100 + "." + cents / 10 % 10 + cents % 10
                    + "\",\"size\":\"0.00100000\",\"tif\":\"gtc\",\"stp\":\"decrement\"},\"id\":\"" + index + "-" + i
                    + "\"}");
        }
        return texts;
    }
}
