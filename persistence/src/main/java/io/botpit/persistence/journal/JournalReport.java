package io.botpit.persistence.journal;

import io.botpit.game.GamePhase;
import org.jspecify.annotations.Nullable;

/**
 * What a check of one journal found.
 *
 * @param name the game's id, or {@code lobby}
 * @param commands that were replayed without a difference; for the lobby: records
 * @param events that came of them; the lobby has none
 * @param phase in which the game is at the end; null for the lobby, and where there is a fault
 * @param chain the hash over all of it, where there is no fault
 * @param tornBytes at the end, of a batch that nobody was told of; not a fault
 * @param fault the first one; null when the journal is sound
 */
public record JournalReport(
        String name,
        long commands,
        long events,
        @Nullable GamePhase phase,
        Chain chain,
        long tornBytes,
        @Nullable JournalFault fault) {
    public boolean isSound() {
        return fault == null;
    }
}
