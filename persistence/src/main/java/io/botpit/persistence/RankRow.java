package io.botpit.persistence;

import io.botpit.game.rating.Ranked;
import org.jspecify.annotations.Nullable;

/**
 * One row of a pool's rank list.
 *
 * @param rankBefore the rank a day ago; null: it had no rating then
 */
public record RankRow(Ranked now, @Nullable Integer rankBefore) {}
