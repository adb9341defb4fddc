package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A bot's rating and rank in one pool.
 *
 * @param pool such as {@code duel-fair}
 * @param rank 1 is best
 */
public record PoolRating(
        String pool, int rank, @JsonUnwrapped RatingFigures figures) {}
