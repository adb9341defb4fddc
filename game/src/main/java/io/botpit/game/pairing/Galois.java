package io.botpit.game.pairing;

/** Sums and products in the finite fields of 2, 3, 4, 5, 7 and 8 elements. Stateless. */
final class Galois {
    private Galois() {}

    static int difference(int a, int b, int order) {
        return isEven(order) ? a ^ b : Math.floorMod(a - b, order);
    }

    /** Of polynomials over two elements, modulo x² + x + 1 or x³ + x + 1, where the order is a power of two. */
    static int product(int a, int b, int order) {
        if (!isEven(order)) {
            return a * b % order;
        }
        int modulus = order == 2 ? 0b10 : order == 4 ? 0b111 : 0b1011;
        int product = 0;
        for (int bit = order / 2; bit > 0; bit /= 2) {
            product <<= 1;
            product ^= product >= order ? modulus : 0;
            product ^= (b & bit) != 0 ? a : 0;
        }
        return product;
    }

    private static boolean isEven(int order) {
        return order % 2 == 0;
    }
}
