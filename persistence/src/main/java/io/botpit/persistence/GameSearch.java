package io.botpit.persistence;

import io.botpit.game.GamePhase;
import io.botpit.game.PlayerId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which games of the tables are asked for: all of it must hold.
 *
 * @param text stands in the title or in the id, capitals do not matter; empty: whatever they are
 * @param phases as the tables have them
 * @param player was admitted; null: whoever was
 */
public record GameSearch(
        String text, Set<GamePhase> phases, @Nullable PlayerId player) {
    /** Every game. */
    public static final GameSearch ALL = new GameSearch("", Set.of(GamePhase.values()), null);

    public GameSearch {
        phases = Set.copyOf(phases);
    }
}
