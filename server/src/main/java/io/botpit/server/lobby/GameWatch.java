package io.botpit.server.lobby;

import io.botpit.game.GameId;
import io.botpit.game.port.EventStore;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.server.loop.CommitListener;
import java.util.Optional;

/**
 * Somebody who wants to learn what gets into the journals, such as the database's projector. Called on games' threads
 * and the lobby's: hand over and return.
 */
@FunctionalInterface
public interface GameWatch {
    /**
     * A game comes up. The listener hears every commit from now on; what an earlier process stored is in the journal.
     */
    CommitListener watch(GameId game);

    /** The journal a game is to write to, perhaps with a stopwatch before it. */
    default EventStore journal(EventStore store) {
        return store;
    }

    /**
     * Whether it is known that the journal of a game has its end, and the rest of the server finds the game without the
     * lobby; if not, it stays in memory, and its journal is played again at the start. May wait for the tables.
     */
    default boolean sawEnd(GameId game) {
        return false;
    }

    /**
     * The game that must get its result, or be void, before results that are there can count; empty: none waits. May
     * wait for the tables.
     */
    default Optional<GameId> heldUpBy() {
        return Optional.empty();
    }

    /**
     * The lobby's journal has one more record.
     *
     * @param sequence of the record there; each time one more
     */
    default void recorded(long sequence, LobbyRecord entry) {}
}
