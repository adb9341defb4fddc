package io.botpit.game.score;

import java.math.BigInteger;

/** Division of whole numbers that are not negative. Stateless. */
final class Rounding {
    private Rounding() {}

    static BigInteger up(BigInteger dividend, BigInteger divisor) {
        return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }

    /** To the nearest, a half to the even side. */
    static long halfEven(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        int half = parts[1].shiftLeft(1).compareTo(divisor);
        boolean up = half > 0 || half == 0 && parts[0].testBit(0);
        return (up ? parts[0].add(BigInteger.ONE) : parts[0]).longValueExact();
    }
}
