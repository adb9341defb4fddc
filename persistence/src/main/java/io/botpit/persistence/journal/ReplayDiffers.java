package io.botpit.persistence.journal;

import io.botpit.game.Event;
import io.botpit.game.GameId;
import java.util.List;

/**
 * A command of a journal had other events when it was given to the engine again: another engine wrote it, or somebody
 * changed it with care. The game cannot be continued.
 */
public final class ReplayDiffers extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final JournalFault fault;

    ReplayDiffers(GameId game, JournalReader.Entry entry, List<Event> events, Chain now) {
        super("game " + game + " differs from its journal at sequence "
                + entry.command().sequence() + " (byte " + entry.offset() + "): stored hash " + entry.chain()
                + ", now " + now + "; the command is " + entry.command().value() + ", its events are now " + events);
        fault = new JournalFault(
                JournalFault.Kind.HASH,
                entry.command().sequence(),
                entry.offset(),
                "the hash is not that of the command and its events; the command is "
                        + entry.command().value() + ", its events are " + events,
                now.toString(),
                entry.chain().toString());
    }

    /** The first command that differs. */
    public JournalFault fault() {
        return fault;
    }
}
