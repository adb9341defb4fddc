package io.botpit.protocol.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One game of a tournament.
 *
 * @param number from 1 in the order of the draw
 * @param table from 1 in each round; in a knock-out the series
 * @param gameOfSeries from 1
 * @param game its id; null: it was not opened
 * @param phase {@code next}, {@code waiting}, {@code running} or {@code over}
 * @param seats in their order
 */
public record BoutRow(
        int number,
        int round,
        int table,
        int gameOfSeries,
        @Nullable String game,
        String phase,
        List<SeatRow> seats) {
    public BoutRow {
        seats = List.copyOf(seats);
    }

    /** One seat; place, points and score are null before the result. */
    public record SeatRow(
            String name,
            @Nullable Integer place,
            @Nullable String points,
            @Nullable String score,
            boolean absent) {}
}
