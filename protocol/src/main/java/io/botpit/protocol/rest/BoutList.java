package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** The bouts of a tournament in the order of the draw. */
public record BoutList(String tournament, List<BoutRow> bouts) implements RestBody {
    public BoutList {
        bouts = List.copyOf(bouts);
    }

    /** A seat with its bout, for tables. */
    public record SeatOfBout(
            int round,
            int number,
            int table,
            int gameOfSeries,
            String game,
            String phase,
            @JsonUnwrapped BoutRow.SeatRow seat) {}

    /** One row for each seat. */
    @JsonIgnore
    public List<SeatOfBout> bySeat() {
        return bouts.stream()
                .flatMap(bout -> bout.seats().stream()
                        .map(seat -> new SeatOfBout(
                                bout.round(),
                                bout.number(),
                                bout.table(),
                                bout.gameOfSeries(),
                                bout.game() == null ? "" : bout.game(),
                                bout.phase(),
                                seat)))
                .toList();
    }
}
