package io.botpit.persistence.journal;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The head of a hash chain: SHA-256 over the head before it, a command and its events. Two journals with the same
 * head tell the same story. Immutable.
 */
public final class Chain {
    public static final int BYTES = 32;

    /** Before anything was written. */
    public static final Chain START = new Chain(new byte[BYTES]);

    private final byte[] hash;

    /** Takes the array as its own. */
    Chain(byte[] hash) {
        this.hash = hash;
    }

    static Chain at(byte[] from, int offset) {
        return new Chain(Arrays.copyOfRange(from, offset, offset + BYTES));
    }

    /** Not to be changed. */
    byte[] bytes() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Chain chain && Arrays.equals(hash, chain.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /** 64 lower-case hex digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(hash);
    }
}
