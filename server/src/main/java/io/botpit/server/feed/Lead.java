package io.botpit.server.feed;

import io.botpit.game.Standing;
import io.botpit.game.control.GameView;
import java.util.List;

/** Somebody else is first. Nobody leads while the first two have the same. */
final class Lead implements Template {
    private String leader = "";

    @Override
    public List<News> see(GameView view) {
        List<Standing> table = view.standings();
        if (table.size() < 2 || table.getFirst().score().equals(table.get(1).score())) {
            return List.of();
        }
        String first = table.getFirst().name();
        if (first.equals(leader)) {
            return List.of();
        }
        leader = first;
        return List.of(News.of(StoryKind.LEAD, first, " takes the lead"));
    }
}
