package io.botpit.dialect.arena;

import io.botpit.dialect.Viewer;
import io.botpit.game.Audience;
import io.botpit.game.Event;

/** An event says itself who may see it; this only asks. */
final class Visibility {
    private Visibility() {}

    static boolean of(Event event, Viewer viewer) {
        return switch (event.audience()) {
            case Audience.Everyone() -> true;
            case Audience.Only(var player) -> player.equals(viewer.player());
            case Audience.Officials() -> false;
        };
    }
}
