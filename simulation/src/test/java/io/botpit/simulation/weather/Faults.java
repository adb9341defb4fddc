package io.botpit.simulation.weather;

import java.util.EnumMap;
import java.util.Map;

/** How often each fault happened. For one thread. */
final class Faults {
    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);

    Faults() {
        for (Fault fault : Fault.values()) {
            counts.put(fault, 0L);
        }
    }

    void happened(Fault fault) {
        counts.merge(fault, 1L, Long::sum);
    }

    void happenedIf(boolean so, Fault fault) {
        if (so) {
            happened(fault);
        }
    }

    void add(Map<Fault, Long> more) {
        more.forEach((fault, count) -> counts.merge(fault, count, Long::sum));
    }

    Map<Fault, Long> counts() {
        return Map.copyOf(counts);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
