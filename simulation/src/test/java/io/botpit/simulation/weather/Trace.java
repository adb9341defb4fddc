package io.botpit.simulation.weather;

/** A fingerprint of a run: two runs of one seed have the same. */
final class Trace {
    private static final long PRIME = 0x100000001b3L;

    private long hash = 0xcbf29ce484222325L;

    void add(long number, String what) {
        hash = (hash ^ number) * PRIME;
        hash = (hash ^ what.hashCode()) * PRIME;
    }

    long hash() {
        return hash;
    }
}
