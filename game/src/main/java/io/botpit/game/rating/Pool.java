package io.botpit.game.rating;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who is rated against whom: a duel, a table of more and the two ways of taking orders are four different crafts. */
public enum Pool {
    FREE_FOR_ALL_FAIR,
    FREE_FOR_ALL_RACE,
    DUEL_FAIR,
    DUEL_RACE;

    private static final int DUEL = 2;

    /**
     * The pool of a game.
     *
     * @param players without the house's own
     * @param fair whether orders are taken in short batches rather than in the order of their arrival
     */
    static Pool of(long players, boolean fair) {
        if (players == DUEL) {
            return fair ? DUEL_FAIR : DUEL_RACE;
        }
        return fair ? FREE_FOR_ALL_FAIR : FREE_FOR_ALL_RACE;
    }

    public boolean isDuel() {
        return this == DUEL_FAIR || this == DUEL_RACE;
    }

    /** As it stands in addresses and tables, such as {@code duel-fair}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The pool of a {@link #code}. */
    public static Optional<Pool> named(String code) {
        return Arrays.stream(values()).filter(pool -> pool.code().equals(code)).findFirst();
    }
}
