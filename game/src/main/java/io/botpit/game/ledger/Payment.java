package io.botpit.game.ledger;

/**
 * What one side of a trade gives, in units.
 *
 * @param units what leaves the giver's hold
 * @param fee the part of it that goes to the house; the receiver gets the rest
 */
public record Payment(long units, long fee) {
    private static final long MILLION = 1_000_000;

    /** The fee is {@code ppm} millionths of the units, rounded up to a whole unit. */
    public static Payment withFee(long units, int ppm) {
        long whole = units / MILLION * ppm;
        long part = units % MILLION * ppm;
        return new Payment(units, whole + (part + MILLION - 1) / MILLION);
    }
}
