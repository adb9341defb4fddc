package io.botpit.game.rules;

/**
 * How a game closes and what its coins count as then. The closing window opens {@code windowMillis} before the earliest
 * end and lasts until the end.
 *
 * @param valuation what a coin counts as
 * @param windowMillis of game time; 0 for {@link Valuation#LAST_MARK} and only there, where the others are 0 as well
 * @param spreadMillis the game ends up to this much before its time limit, drawn from the seed; 0: exactly then
 * @param calmMillis from this long before the earliest end on what trades at once may only reduce a position; 0: never
 * @param impactPermille what a left-over position as large as all that others quote within the clamp costs, in
 *     thousandths of the clamp: 500 is the mean way through an even book
 * @param clampPermille how far the average of a closing window may lie from that of the window before it, and how far
 *     from it a quote counts as depth
 * @param positionPercent of the position limit that is left in the closing window; 100: all of it
 */
public record Closing(
        Valuation valuation,
        long windowMillis,
        long spreadMillis,
        long calmMillis,
        int impactPermille,
        int clampPermille,
        int positionPercent) {
    public static final long MILLIS_MAX = 3_600_000;
    public static final int IMPACT_PERMILLE_MAX = 10_000;
    public static final int CLAMP_PERMILLE_MAX = 500;
    public static final int PERCENT_MAX = 100;

    private static final long WINDOW_MILLIS_LEAST = 30_000;
    private static final long WINDOW_MILLIS_MOST = 120_000;
    private static final long WINDOW_SHARE = 10;
    private static final long CALM_MILLIS = 10_000;
    private static final int IMPACT_PERMILLE = 500;
    private static final int CLAMP_PERMILLE = 5;

    /** The end comes when the time is up, and the last mark counts. */
    public static final Closing PLAIN =
            new Closing(Valuation.LAST_MARK, 0, 0, 0, IMPACT_PERMILLE, CLAMP_PERMILLE, PERCENT_MAX);

    public Closing {
        check("closing_window_ms", windowMillis, 0, MILLIS_MAX);
        check("closing_spread_ms", spreadMillis, 0, MILLIS_MAX);
        check("closing_calm_ms", calmMillis, 0, MILLIS_MAX);
        check("closing_impact_permille", impactPermille, 0, IMPACT_PERMILLE_MAX);
        check("closing_clamp_permille", clampPermille, 1, CLAMP_PERMILLE_MAX);
        check("closing_position_percent", positionPercent, 1, PERCENT_MAX);
        if (valuation == Valuation.LAST_MARK && windowMillis + spreadMillis + calmMillis > 0) {
            throw new IllegalArgumentException("closing_window_ms, closing_spread_ms and closing_calm_ms must be 0 for"
                    + " valuation last-mark: leave them out, or choose another valuation");
        }
        if (valuation != Valuation.LAST_MARK && windowMillis == 0) {
            throw new IllegalArgumentException("closing_window_ms must be 1 to " + MILLIS_MAX + " for valuation "
                    + valuation.word() + ": give it, or choose last-mark");
        }
        if (calmMillis > windowMillis) {
            throw new IllegalArgumentException("closing_calm_ms must be at most the " + windowMillis
                    + " of closing_window_ms: make it shorter, not " + calmMillis);
        }
    }

    /**
     * The closing of a ranked game of this length: the window is a tenth of it, 30 to 120 seconds and at most half of it;
     * the end is spread over half a window more, the last ten seconds are calm.
     *
     * @param timeLimitMillis 0: no limit
     */
    public static Closing ranked(Valuation valuation, long timeLimitMillis) {
        if (valuation == Valuation.LAST_MARK) {
            return PLAIN;
        }
        long window = WINDOW_MILLIS_MOST;
        if (timeLimitMillis > 0) {
            long share = Math.clamp(timeLimitMillis / WINDOW_SHARE, WINDOW_MILLIS_LEAST, WINDOW_MILLIS_MOST);
            window = Math.max(1, Math.min(share, timeLimitMillis / 2));
        }
        long calm = Math.min(CALM_MILLIS, window / 3);
        return new Closing(valuation, window, window / 2, calm, IMPACT_PERMILLE, CLAMP_PERMILLE, PERCENT_MAX);
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ": " + value);
        }
    }
}
