package io.botpit.game.rating;

/**
 * How strong a bot is, and how well that is known: its strength is within two deviations of the value in 95 of 100 cases.
 * The scale is Glicko's: 200 points more win three of four duels.
 *
 * @param value 1500 for a newcomer
 * @param deviation from 45 to 350
 * @param volatility how much the strength itself is expected to move in one game
 */
public record Rating(double value, double deviation, double volatility) {
    /** Nothing is known. */
    public static final Rating NEWCOMER = new Rating(1_500, 350, 0.06);

    /** Every bot of the house, always: it anchors the scale, so that it does not drift as bots come and go. */
    public static final Rating HOUSE = new Rating(1_500, 60, 0.06);

    static final double DEVIATION_MIN = 45;
    static final double DEVIATION_MAX = 350;

    /** A rating that is known no better than this is provisional. */
    static final double PROVISIONAL_ABOVE = 110;

    private static final double DEVIATIONS = 2;

    /** The rank list goes by it: what the bot is worth at least. */
    public double low() {
        return value - DEVIATIONS * deviation;
    }

    /** What it is worth at most. */
    public double high() {
        return value + DEVIATIONS * deviation;
    }

    public boolean isProvisional() {
        return deviation > PROVISIONAL_ABOVE;
    }

    /** After so many rating periods without a game: nothing new is known, and the old knowledge ages. */
    Rating rested(long periods) {
        return with(Glicko.rested(deviation, volatility, periods));
    }

    /** Known no better than to this deviation. */
    Rating doubted(double deviationMin) {
        return with(Math.max(deviation, deviationMin));
    }

    private Rating with(double deviation) {
        return new Rating(value, Math.clamp(deviation, DEVIATION_MIN, DEVIATION_MAX), volatility);
    }
}
