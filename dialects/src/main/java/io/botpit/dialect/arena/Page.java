package io.botpit.dialect.arena;

import io.botpit.dialect.Asked;
import io.botpit.protocol.PageRecord;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, so that a reply stays below a client's limit of 1 MiB.
 *
 * @param items oldest first
 * @param older how many entries before it were left out
 * @param newer how many after it
 */
record Page<T>(List<T> items, int limit, int older, int newer) {
    /**
     * The newest entries, or those after the one that was asked for.
     *
     * @param all oldest first
     * @param number of an entry; an id that is not in the list any more stands for the numbers above its own
     * @param after the number that was asked for; empty: none
     */
    static <T> Page<T> of(List<T> all, ToLongFunction<T> number, Asked asked, OptionalLong after) {
        int limit = asked.limit() == 0 ? PageRecord.LIMIT_DEFAULT : asked.limit();
        int from = asked.after() == null ? Math.max(0, all.size() - limit) : start(all, number, after.orElse(0));
        int to = Math.min(all.size(), from + limit);
        return new Page<>(all.subList(from, to), limit, from, all.size() - to);
    }

    /** What the reply says about it; null where the list is whole. */
    @Nullable
    PageRecord record(@Nullable String last) {
        return older == 0 && newer == 0 ? null : new PageRecord(limit, older, newer, last);
    }

    private static <T> int start(List<T> all, ToLongFunction<T> number, long after) {
        for (int i = 0; i < all.size(); i++) {
            if (number.applyAsLong(all.get(i)) == after) {
                return i + 1;
            }
        }
        int start = 0;
        while (start < all.size() && number.applyAsLong(all.get(start)) < after) {
            start++;
        }
        return start;
    }
}
