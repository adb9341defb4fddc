package io.botpit.server.feed;

import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.control.GameView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who still gains a place shortly before the time is up. */
final class Finish implements Template {
    private static final long MICROS_BEFORE_THE_END = 30_000_000;

    private final Map<PlayerId, Integer> places = new HashMap<>();

    @Override
    public List<News> see(GameView view) {
        if (!isNear(view)) {
            return List.of();
        }
        List<News> gains = view.standings().stream()
                .filter(row -> row.place() < places.getOrDefault(row.player(), 0))
                .map(row -> News.of(StoryKind.PLACE, row.name(), " moves up to place " + row.place()))
                .toList();
        view.standings().forEach(row -> places.put(row.player(), row.place()));
        return gains;
    }

    private static boolean isNear(GameView view) {
        GameTime end = view.clock().endsAt();
        return view.phase() == GamePhase.RUNNING && end != null && end.microsSince(view.now()) <= MICROS_BEFORE_THE_END;
    }
}
