package io.botpit.persistence;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a game's final table.
 *
 * @param equity at the final marks, in the quote asset of the first instrument
 * @param score as {@code equity}
 * @param wallet by asset, in the order of the rules
 */
public record ResultRow(
        int place, Contender contender, BigDecimal equity, BigDecimal score, Map<String, BigDecimal> wallet) {
    public ResultRow {
        wallet = Collections.unmodifiableMap(new LinkedHashMap<>(wallet));
    }
}
