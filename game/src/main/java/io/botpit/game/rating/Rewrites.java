package io.botpit.game.rating;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The announcements of new versions that put a rating in doubt: at most one a day for each bot, and none that was made
 * during a tournament. Immutable.
 */
public final class Rewrites {
    /** What is known of a bot that was rewritten is known no better than this. */
    static final double DEVIATION_MIN = 180;

    private static final long PAUSE_MICROS = 24L * 3_600 * 1_000_000;

    private final Map<PlayerId, List<GameTime>> times = new TreeMap<>();

    private Rewrites() {}

    public static Rewrites of(Collection<Announcement> announcements) {
        Rewrites rewrites = new Rewrites();
        announcements.stream()
                .filter(announcement -> !announcement.inTournament())
                .sorted(Comparator.comparing(Announcement::at))
                .forEach(rewrites::add);
        return rewrites;
    }

    private void add(Announcement announcement) {
        List<GameTime> before = times.computeIfAbsent(announcement.player(), _ -> new ArrayList<>());
        if (before.isEmpty() || announcement.at().microsSince(before.getLast()) >= PAUSE_MICROS) {
            before.add(announcement.at());
        }
    }

    /** When, later than {@code after} and not later than {@code until}; in order. */
    List<GameTime> of(PlayerId player, GameTime after, GameTime until) {
        return times.getOrDefault(player, List.of()).stream()
                .filter(time -> after.isBefore(time) && !until.isBefore(time))
                .toList();
    }
}
