package io.botpit.server.link;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts who is here, on both ports together: in all, per {@link AddressBlock}, and who only watches. Watchers may not
 * take all places, so that a crowd of them keeps no trader out. The limit per address does not hold for the loopback.
 * What is in the way of somebody is told as it goes into the reason of a close. Any thread.
 */
public final class Places {
    /** So much of all places watchers may take; the rest is kept for traders. */
    public static final int WATCHERS_PERCENT_MAX = 80;

    private static final int PERCENT = 100;

    private final int max;
    private final int perAddressMax;
    private final int watchersMax;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger watching = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    public Places(int max, int perAddressMax) {
        this.max = max;
        this.perAddressMax = perAddressMax;
        this.watchersMax = (int) ((long) max * WATCHERS_PERCENT_MAX / PERCENT);
    }

    /** Takes a trader's place; empty: it is taken and has to be given back once by {@link #leave}. */
    public Optional<String> take(String address) {
        int here = byAddress.merge(AddressBlock.of(address), 1, Integer::sum);
        boolean full = taken.incrementAndGet() > max;
        if (full || here > perAddressMax && !isLocal(address)) {
            leave(address);
            return Optional.of("too_many_connections: "
                    + (full ? "connections_max=" + max : "connections_per_address_max=" + perAddressMax));
        }
        return Optional.empty();
    }

    /** Likewise a watcher's; it is given back by {@link #stopWatching} and {@link #leave}. */
    public Optional<String> takeToWatch(String address) {
        Optional<String> obstacle = take(address);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        Optional<String> crowd = watch();
        crowd.ifPresent(_ -> leave(address));
        return crowd;
    }

    /** Who has a trader's place is a watcher from now on; empty: there was room. */
    public Optional<String> watch() {
        if (watching.incrementAndGet() <= watchersMax) {
            return Optional.empty();
        }
        watching.decrementAndGet();
        return Optional.of("too_many_watchers: watchers_max=" + watchersMax + ", " + WATCHERS_PERCENT_MAX
                + " % of connections_max=" + max);
    }

    /** A watcher has a trader's place from now on. */
    public void stopWatching() {
        watching.decrementAndGet();
    }

    public void leave(String address) {
        taken.decrementAndGet();
        byAddress.computeIfPresent(AddressBlock.of(address), (_, here) -> here == 1 ? null : here - 1);
    }

    private static boolean isLocal(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }
}
