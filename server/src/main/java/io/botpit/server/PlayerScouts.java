package io.botpit.server;

import io.botpit.game.PlayerId;
import io.botpit.game.rating.Pool;
import io.botpit.persistence.RankLists;
import io.botpit.persistence.RankRow;
import io.botpit.server.loop.Clocks;
import io.botpit.server.session.Sessions;
import io.botpit.server.tournament.Scouts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who is connected, and the ratings as the tables had them some seconds ago. Any thread. */
final class PlayerScouts implements Scouts {
    private final Sessions sessions;
    private final RankLists lists;
    private final Clocks clocks;
    private volatile Map<Pool, Map<PlayerId, Rating>> known = Map.of();

    PlayerScouts(Sessions sessions, RankLists lists, Clocks clocks) {
        this.sessions = sessions;
        this.lists = lists;
        this.clocks = clocks;
    }

    /** Reads the tables again, and waits for them. */
    void refresh() {
        Map<Pool, Map<PlayerId, Rating>> fresh = new EnumMap<>(Pool.class);
        for (Pool pool : lists.sizes().keySet()) {
            Map<PlayerId, Rating> ratings = new HashMap<>();
            for (RankRow row : lists.list(pool, clocks.now())) {
                var shown = row.now().shown();
                ratings.put(
                        row.now().player(),
                        new Rating(shown.value(), shown.low(), row.now().held().games()));
            }
            fresh.put(pool, ratings);
        }
        known = fresh;
    }

    @Override
    public boolean isOnline(PlayerId player) {
        return sessions.isOnline(player);
    }

    @Override
    public Optional<Rating> rating(PlayerId player, Pool pool) {
        return Optional.ofNullable(known.getOrDefault(pool, Map.of()).get(player));
    }
}
