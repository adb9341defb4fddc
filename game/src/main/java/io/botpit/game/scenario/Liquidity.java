package io.botpit.game.scenario;

/**
 * How the house's makers quote at a moment, as permille of how they quote else.
 *
 * @param sizePermille 0: not at all
 */
public record Liquidity(long sizePermille, long spreadPermille) {
    static final Liquidity USUAL = new Liquidity(1_000, 1_000);

    Liquidity thinner(long permille) {
        return new Liquidity(sizePermille * permille / 1_000, spreadPermille);
    }

    Liquidity wider(long permille) {
        return new Liquidity(sizePermille, Math.min(spreadPermille * permille / 1_000, 1_000_000));
    }
}
