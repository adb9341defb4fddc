package io.botpit.server.lobby;

import io.botpit.persistence.journal.JournalHead;
import io.botpit.server.loop.CommitListener;

/** Somebody who wants to learn all that is in the journal of every game, such as the database's projector. */
@FunctionalInterface
public interface GameWatch {
    /**
     * A game comes up. The listener hears every commit from the first on, those of earlier processes again; it is
     * called before the game takes commands.
     */
    CommitListener watch(JournalHead head);
}
