package io.botpit.game.scenario;

/**
 * The house's own players in a game with a scenario. Makers quote around the reference price, which no trade moves; noise
 * traders trade with them and with everybody.
 *
 * @param makers how many
 * @param noise how many
 * @param levels prices on each side of a maker
 * @param halfSpreadPpm from the reference to the nearest quote
 * @param stepPpm from a quote to the next
 * @param sizePermille of a maker's coins at the start that stand at each price
 */
public record House(int makers, int noise, int levels, long halfSpreadPpm, long stepPpm, long sizePermille) {
    public static final int BOTS_MAX = 50;

    /** Two makers with five prices of 2 % each, 0.1 % apart, and four noise traders. */
    public static final House STANDARD = new House(2, 4, 5, 1_000, 1_000, 20);

    public House {
        Range.check("makers", makers, 0, BOTS_MAX);
        Range.check("noise", noise, 0, BOTS_MAX);
        Range.check("levels", levels, 1, 20);
        Range.check("half-spread-ppm", halfSpreadPpm, 1, 200_000);
        Range.check("step-ppm", stepPpm, 1, 200_000);
        Range.check("size-permille", sizePermille, 1, 1_000);
    }
}
