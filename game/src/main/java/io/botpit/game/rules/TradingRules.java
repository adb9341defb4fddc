package io.botpit.game.rules;

/**
 * How trading works.
 *
 * @param quotesBehindMark limit buys must be below the mark, limit sells at or above it (cxgame's rule)
 * @param namedBook everybody sees whose orders are in the book
 * @param readsWhilePaused questions are answered while the game is paused
 * @param markRule how the mark follows the book
 * @param collarPermille how far from the mark a limit price may be and a market order may trade; 0 for no collar
 * @param makerFeePpm maker's fee in millionths of what that side receives, 0 to 100,000
 * @param takerFeePpm taker's fee, likewise
 * @param batchMillis 0: commands count in the order of their arrival (race mode); else the length of the batches in
 *     which they are taken in, each in an order drawn from the seed (fair mode)
 */
public record TradingRules(
        boolean quotesBehindMark,
        boolean namedBook,
        boolean readsWhilePaused,
        MarkRule markRule,
        int collarPermille,
        int makerFeePpm,
        int takerFeePpm,
        int batchMillis) {
    public static final int FEE_PPM_MAX = 100_000;
    public static final int BATCH_MILLIS_MAX = 1_000;
    public static final int COLLAR_PERMILLE_MAX = 999;

    public TradingRules {
        if (collarPermille < 0 || collarPermille > COLLAR_PERMILLE_MAX) {
            throw new IllegalArgumentException(
                    "collar_permille must be 0 to " + COLLAR_PERMILLE_MAX + ": " + collarPermille);
        }
        checkFee("maker_fee_ppm", makerFeePpm);
        checkFee("taker_fee_ppm", takerFeePpm);
        if (batchMillis < 0 || batchMillis > BATCH_MILLIS_MAX) {
            throw new IllegalArgumentException("batch_ms must be 0 to " + BATCH_MILLIS_MAX + ": " + batchMillis);
        }
    }

    private static void checkFee(String name, int ppm) {
        if (ppm < 0 || ppm > FEE_PPM_MAX) {
            throw new IllegalArgumentException(name + " must be 0 to " + FEE_PPM_MAX + ": " + ppm);
        }
    }
}
