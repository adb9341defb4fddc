package io.botpit.persistence;

import java.math.BigDecimal;

/**
 * Who came first in a game; of several with the same score the one who registered first.
 *
 * @param score in the quote asset of the game's first instrument
 */
public record WinnerRow(String name, BigDecimal score) {}
