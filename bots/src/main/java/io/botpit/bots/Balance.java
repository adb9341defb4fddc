package io.botpit.bots;

import java.math.BigDecimal;

/** What a player owns of one asset: free to use, and held by open orders. */
public record Balance(BigDecimal free, BigDecimal held) {
    public static final Balance NONE = new Balance(BigDecimal.ZERO, BigDecimal.ZERO);

    public BigDecimal total() {
        return free.add(held);
    }
}
