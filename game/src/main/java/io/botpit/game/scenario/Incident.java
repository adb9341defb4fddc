package io.botpit.game.scenario;

import io.botpit.game.GameMode;
import io.botpit.game.money.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Something that befalls a game at a second of its time. Incidents that share a {@code draw} share a throw of the coin:
 * heads, and a jump goes as it is written and news says its text; tails, and the jump goes the other way and the news
 * says the other thing.
 */
public sealed interface Incident {
    int TEXT_CHARS_MAX = 280;
    int DRAW_CHARS_MAX = 40;
    long PPM_MAX = 900_000;

    /** The second of game time at which it begins. */
    long at();

    /**
     * The reference price moves.
     *
     * @param symbol null: of every market that follows no other
     * @param ppm of the price before it
     * @param over seconds until it is all there
     * @param back seconds from then on until it is gone again; 0: it stays
     * @param draw null: it goes as it is written
     */
    record Jump(
            long at,
            @Nullable Symbol symbol,
            long ppm,
            long over,
            long back,
            @Nullable String draw) implements Incident {
        public Jump {
            checkAt(at);
            Range.check("ppm", ppm, -PPM_MAX, PPM_MAX);
            Range.check("over", over, 0, PriceModel.SECONDS_MAX);
            Range.check("back", back, 0, PriceModel.SECONDS_MAX);
            checkDraw(draw);
        }
    }

    /**
     * The house's makers quote less.
     *
     * @param sizePermille of what they quote else; 0: nothing
     */
    record Thinning(long at, long seconds, long sizePermille) implements Incident {
        public Thinning {
            checkAt(at);
            checkSeconds(seconds);
            Range.check("size-permille", sizePermille, 0, 1_000);
        }
    }

    /**
     * The house's makers quote further away.
     *
     * @param spreadPermille of their spread else
     */
    record Widening(long at, long seconds, long spreadPermille) implements Incident {
        public Widening {
            checkAt(at);
            checkSeconds(seconds);
            Range.check("spread-permille", spreadPermille, 1_000, 100_000);
        }
    }

    /**
     * Everybody is told something.
     *
     * @param otherwise what is said where the coin says tails
     * @param draw null: always the text
     */
    record News(
            long at,
            String text,
            @Nullable String otherwise,
            @Nullable String draw) implements Incident {
        public News {
            checkAt(at);
            Range.chars("text", text, TEXT_CHARS_MAX);
            if (otherwise != null) {
                Range.chars("otherwise", otherwise, TEXT_CHARS_MAX);
            }
            checkDraw(draw);
            if ((otherwise == null) != (draw == null)) {
                throw new IllegalArgumentException("otherwise and draw go together: give both or neither");
            }
        }
    }

    /**
     * The referee's switch is thrown, and back after a while.
     *
     * @param mode what players may still do: cancel only or view only
     * @param cancelOrders whether every open order is cancelled when it begins
     */
    record Halt(long at, long seconds, GameMode mode, boolean cancelOrders) implements Incident {
        public Halt {
            checkAt(at);
            checkSeconds(seconds);
            if (mode == GameMode.FULL) {
                throw new IllegalArgumentException("mode must be cancel_only or view_only: full is no halt");
            }
        }

        /** The first second in which players may do everything again. */
        public long until() {
            return at + seconds;
        }
    }

    private static void checkAt(long at) {
        Range.check("at", at, 0, Scenario.SECONDS_MAX);
    }

    private static void checkSeconds(long seconds) {
        Range.check("seconds", seconds, 1, PriceModel.SECONDS_MAX);
    }

    private static void checkDraw(@Nullable String draw) {
        if (draw != null) {
            Range.chars("draw", draw, DRAW_CHARS_MAX);
        }
    }
}
