package io.botpit.server.lobby;

import io.botpit.game.GamePhase;
import io.botpit.game.PlayerId;
import io.botpit.server.loop.GameLoop;
import io.botpit.server.loop.Scheduler;
import io.botpit.server.loop.Whereabouts;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells a game who is there and who is not. Who is back at once was never missed, unless the game waits for him. Any
 * thread.
 */
final class Absences {
    /** However often a player comes and goes, his game has two records of it a second at most. */
    static final Duration MISSED_AFTER = Duration.ofSeconds(1);

    private final GameLoop game;
    private final Scheduler scheduler;
    /** Who may be back at once, and the number of the departure, which tells it from later ones. */
    private final Map<PlayerId, Long> leaving = new ConcurrentHashMap<>();

    private final AtomicLong departures = new AtomicLong();

    /** Nobody is missed yet. */
    Absences(GameLoop game, Scheduler scheduler) {
        this.game = game;
        this.scheduler = scheduler;
    }

    void see(PlayerId player, Whereabouts where) {
        if (where == Whereabouts.HERE || game.view().phase() == GamePhase.LOBBY) {
            // One step with what is told late: the game hears of both in their order.
            leaving.compute(player, (_, _) -> {
                game.presence(player, where);
                return null;
            });
        } else {
            Long departure = departures.incrementAndGet();
            leaving.put(player, departure);
            scheduler.after(MISSED_AFTER, () -> miss(player, departure, where));
        }
    }

    private void miss(PlayerId player, Long departure, Whereabouts where) {
        leaving.computeIfPresent(player, (_, latest) -> {
            if (!latest.equals(departure)) {
                return latest;
            }
            game.presence(player, where);
            return null;
        });
    }
}
