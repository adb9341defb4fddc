package io.botpit.game.ledger;

import io.botpit.game.PlayerId;

/** The accounts of one owner: free and held, per asset. Only {@link Ledger} changes it. */
public final class Wallet {
    private final PlayerId owner;
    final long[] free;
    final long[] held;

    /** Totals at the end of the last command. */
    final long[] checked;

    /** Bit {@code a} is set when asset {@code a} changed in the present command. */
    long changed;

    Wallet(PlayerId owner, int assets) {
        this.owner = owner;
        free = new long[assets];
        held = new long[assets];
        checked = new long[assets];
    }

    public PlayerId owner() {
        return owner;
    }

    /** Units of an asset that can be used. */
    public long free(int asset) {
        return free[asset];
    }

    /** Units of an asset that open orders reserve. */
    public long held(int asset) {
        return held[asset];
    }

    public long total(int asset) {
        return free[asset] + held[asset];
    }

    public boolean hasChanged(int asset) {
        return (changed & 1L << asset) != 0;
    }
}
