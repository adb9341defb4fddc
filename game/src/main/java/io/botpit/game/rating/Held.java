package io.botpit.game.rating;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import java.util.Comparator;

/**
 * What a player came away with from the last game that counted in a pool.
 *
 * @param at when that game started: later ages and rewrites are on top of it
 * @param games that counted so far
 */
public record Held(PlayerId player, Pool pool, Rating rating, GameTime at, int games) {
    public static final Comparator<Held> ORDER =
            Comparator.comparing(Held::player).thenComparing(Held::pool);

    /** So long without a game is one empty rating period. */
    private static final long PERIOD_MICROS = 7L * 24 * 3_600 * 1_000_000;

    static Held newcomer(PlayerId player, Pool pool, GameTime now) {
        return new Held(player, pool, Rating.NEWCOMER, now, 0);
    }

    /** What the rating is at a later moment: older, and in doubt where the bot was rewritten. */
    public Rating shown(GameTime now, Rewrites rewrites) {
        Rating shown = rating;
        long periods = 0;
        for (GameTime rewrite : rewrites.of(player, at, now)) {
            shown = shown.rested(periodsUntil(rewrite) - periods).doubted(Rewrites.DEVIATION_MIN);
            periods = periodsUntil(rewrite);
        }
        return shown.rested(periodsUntil(now) - periods);
    }

    /** Games are not always started in the order in which they were opened; time does not run back for that. */
    Held after(Rating rating, GameTime started) {
        return new Held(player, pool, rating, started.isBefore(at) ? at : started, games + 1);
    }

    Held doubted(double deviationMin) {
        return new Held(player, pool, rating.doubted(deviationMin), at, games);
    }

    private long periodsUntil(GameTime now) {
        return Math.max(0, now.microsSince(at) / PERIOD_MICROS);
    }
}
