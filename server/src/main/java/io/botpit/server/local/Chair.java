package io.botpit.server.local;

import io.botpit.bots.Update;

/** A place at the table, and whoever sits there. */
interface Chair {
    /** Somebody traded. */
    void hear(Update.Traded trade);

    /** It is this player's turn. */
    void beat();
}
