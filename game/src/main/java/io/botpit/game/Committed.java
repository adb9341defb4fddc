package io.botpit.game;

import java.util.Collections;
import java.util.List;

/**
 * One command and all that came of it: the unit that is stored, shown and replayed.
 *
 * @param events in the order in which they happened; whoever gives the list away never changes it again
 */
public record Committed(Stamped<Command> command, List<Event> events) {
    public Committed {
        events = Collections.unmodifiableList(events);
    }
}
