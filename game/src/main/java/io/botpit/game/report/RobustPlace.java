package io.botpit.game.report;

import io.botpit.game.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * The place of a player, and the worst it would have had if the trades of any one other player had all been made at the
 * mark of five seconds later.
 *
 * @param place in the final table
 * @param worst the same or a worse one
 * @param without whose trades make the difference; null: nobody's
 */
public record RobustPlace(int place, int worst, @Nullable PlayerId without) {}
