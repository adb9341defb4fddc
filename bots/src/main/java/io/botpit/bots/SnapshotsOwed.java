package io.botpit.bots;

import io.botpit.protocol.PushType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The channels whose snapshot was asked for and has not come. For one thread. */
final class SnapshotsOwed {
    /** A snapshot that has not come within this time is asked for again. */
    private static final long PATIENCE_MILLIS = 5_000;

    private final Map<PushType, Long> askedAtMillis = new EnumMap<>(PushType.class);

    /** Those of the channels that were not asked for just now; they are from now on. */
    List<PushType> ask(Collection<PushType> channels, long nowMillis) {
        List<PushType> asked = channels.stream()
                .filter(channel -> nowMillis - askedAtMillis.getOrDefault(channel, -PATIENCE_MILLIS) >= PATIENCE_MILLIS)
                .toList();
        asked.stream().filter(Sight.NEEDED::contains).forEach(channel -> askedAtMillis.put(channel, nowMillis));
        return asked;
    }

    void came(PushType channel) {
        askedAtMillis.remove(channel);
    }

    /** A new connection: nothing that was asked on the old one comes any more, and all of it may be asked for at once. */
    void reconnected(long nowMillis) {
        askedAtMillis.replaceAll((_, _) -> nowMillis - PATIENCE_MILLIS);
    }

    void forget() {
        askedAtMillis.clear();
    }

    boolean isEmpty() {
        return askedAtMillis.isEmpty();
    }

    boolean isOwed(PushType channel) {
        return askedAtMillis.containsKey(channel);
    }
}
