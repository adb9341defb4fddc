package io.botpit.game.money;

import java.math.BigDecimal;

/**
 * Something that can be owned, such as {@code USD} or {@code BTC}.
 *
 * @param code upper-case name, 2 to 10 characters, starting with a letter
 * @param decimals decimals of the smallest unit of account, 0 to 12; one unit is {@code 10^-decimals}
 */
public record Asset(String code, int decimals) {
    private static final int DECIMALS_MAX = 12;

    public Asset {
        if (!code.matches("[A-Z][A-Z0-9]{1,9}")) {
            throw new IllegalArgumentException("asset code must match [A-Z][A-Z0-9]{1,9}: " + code);
        }
        if (decimals < 0 || decimals > DECIMALS_MAX) {
            throw new IllegalArgumentException("asset decimals must be 0 to " + DECIMALS_MAX + ": " + decimals);
        }
    }

    /** The amount in decimals, such as {@code 10000.0000000000}. */
    public String text(Amount amount) {
        return BigDecimal.valueOf(amount.units(), decimals).toPlainString();
    }
}
