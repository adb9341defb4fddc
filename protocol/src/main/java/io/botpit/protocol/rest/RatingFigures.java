package io.botpit.protocol.rest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A bot's rating in one pool.
 *
 * @param value how strong it is
 * @param deviation how well that is known; its strength is between {@code low} and {@code high}, two deviations away, in
 *     95 of 100 cases
 * @param provisional whether it is known too little for a place that can be trusted
 * @param separable false: it may be as good as the leader
 * @param change places won since a day ago; null: it was not rated then
 * @param games that counted
 */
public record RatingFigures(
        BigDecimal value,
        BigDecimal deviation,
        BigDecimal low,
        BigDecimal high,
        boolean provisional,
        boolean separable,
        @Nullable Integer change,
        int games) {}
