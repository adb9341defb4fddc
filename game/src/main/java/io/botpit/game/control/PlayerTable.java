package io.botpit.game.control;

import org.jspecify.annotations.Nullable;

/**
 * Players by their numbers: open addressing with linear probing, since a player is looked up several times for each
 * command. Nobody ever leaves. One thread.
 */
final class PlayerTable {
    private static final int CAPACITY_AT_START = 16;

    private @Nullable Player[] table = new Player[CAPACITY_AT_START];
    private int size;

    @Nullable
    Player find(int number) {
        return table[slot(table, number)];
    }

    /** Somebody who is not here yet. */
    void add(Player player) {
        if (2 * ++size > table.length) {
            @Nullable Player[] larger = new Player[2 * table.length];
            for (Player one : table) {
                if (one != null) {
                    larger[slot(larger, one.number())] = one;
                }
            }
            table = larger;
        }
        table[slot(table, player.number())] = player;
    }

    /** Where the player of this number is, or would be. */
    private static int slot(@Nullable Player[] table, int number) {
        int mask = table.length - 1;
        int slot = number & mask;
        for (Player player = table[slot]; player != null && player.number() != number; player = table[slot]) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
