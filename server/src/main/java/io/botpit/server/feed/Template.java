package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.control.GameView;
import java.util.List;

/** Finds news of one sort, and remembers what it needs for that. Feed's thread only. */
interface Template {
    /** Something that could be told. */
    record News(StoryKind kind, String text, List<String> bots) {
        static News of(StoryKind kind, String text) {
            return new News(kind, text, List.of());
        }

        static News of(StoryKind kind, String name, String rest) {
            return new News(kind, name + rest, List.of(name));
        }
    }

    /** One after the other; the commit is the one that the event is of. */
    default List<News> see(Event event, Committed commit) {
        return List.of();
    }

    default List<News> see(GameView view) {
        return List.of();
    }

    /** In each second of play, before what happens next. */
    default List<News> look(Stage stage) {
        return List.of();
    }
}
