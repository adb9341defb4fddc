package io.botpit.server.link;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who is here, in all and per {@link AddressBlock}; the limit per address does not hold for the loopback. Any thread. */
public final class Places {
    private final int max;
    private final int perAddressMax;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    public Places(int max, int perAddressMax) {
        this.max = max;
        this.perAddressMax = perAddressMax;
    }

    /** Takes a place, if there is one; it has to be given back once. */
    public boolean take(String address) {
        int here = byAddress.merge(AddressBlock.of(address), 1, Integer::sum);
        if (taken.incrementAndGet() > max || here > perAddressMax && !isLocal(address)) {
            leave(address);
            return false;
        }
        return true;
    }

    public void leave(String address) {
        taken.decrementAndGet();
        byAddress.computeIfPresent(AddressBlock.of(address), (_, here) -> here == 1 ? null : here - 1);
    }

    private static boolean isLocal(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }
}
