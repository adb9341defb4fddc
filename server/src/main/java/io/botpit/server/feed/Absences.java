package io.botpit.server.feed;

import io.botpit.game.PlayerId;
import io.botpit.server.loop.Scheduler;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** Which players have no connection to the game; who is back at once was never missed. Feed's thread only. */
final class Absences {
    static final Duration MISSED_AFTER = Duration.ofSeconds(1);

    private final Executor queue;
    private final Scheduler scheduler;
    private final BiConsumer<PlayerId, Whereabouts> news;
    /** Who may be back at once, and the number of the departure, which tells it from later ones. */
    private final Map<PlayerId, Long> leaving = new HashMap<>();

    private final Set<PlayerId> missed = new HashSet<>();
    private long departures;

    /**
     * @param queue the feed's thread
     * @param news told that a player is missed, and that he is back
     */
    Absences(Executor queue, Scheduler scheduler, BiConsumer<PlayerId, Whereabouts> news) {
        this.queue = queue;
        this.scheduler = scheduler;
        this.news = news;
    }

    void left(PlayerId player, Whereabouts where) {
        long departure = ++departures;
        leaving.put(player, departure);
        scheduler.after(MISSED_AFTER, () -> queue.execute(() -> miss(player, departure, where)));
    }

    void came(PlayerId player) {
        leaving.remove(player);
        if (missed.remove(player)) {
            news.accept(player, Whereabouts.HERE);
        }
    }

    private void miss(PlayerId player, long departure, Whereabouts where) {
        if (leaving.remove(player, departure) && missed.add(player)) {
            news.accept(player, where);
        }
    }
}
