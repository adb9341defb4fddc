package io.botpit.bots;

import java.math.BigDecimal;

/**
 * An own order in the book.
 *
 * @param size what can still trade
 */
public record OpenOrder(String id, String symbol, Side side, BigDecimal price, BigDecimal size) {}
