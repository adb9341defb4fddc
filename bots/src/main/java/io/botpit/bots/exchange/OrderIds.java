package io.botpit.bots.exchange;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Names orders that have no client order id: with what no other client has, and a number. Any thread. */
final class OrderIds {
    private final String prefix;
    private final AtomicLong last = new AtomicLong();

    /** @param chance asked once, for 64 bits; the same source gives the same ids */
    OrderIds(RandomGenerator chance) {
        prefix = Long.toUnsignedString(chance.nextLong(), Character.MAX_RADIX) + "-";
    }

    OrderRequest named(OrderRequest order) {
        return order.clientOrderId() == null ? order.withClientOrderId(prefix + last.incrementAndGet()) : order;
    }
}
