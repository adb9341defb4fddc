package io.botpit.server.tournament;

import io.botpit.game.tournament.Format;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of formats. Stateless. */
final class FormatWords {
    private static final int MILLIS_PER_MINUTE = 60_000;
    private static final List<Integer> ONE = List.of(1);

    private FormatWords() {}

    /** As the REST interface calls it. */
    static String key(Format format) {
        return switch (format) {
            case Format.RoundRobin(var legs) -> legs == 1 ? "round_robin" : "double_round_robin";
            case Format.Tables _ -> "tables";
            case Format.SwissDuels _ -> "swiss_duels";
            case Format.SwissTables _ -> "swiss_tables";
            case Format.Knockout _ -> "knockout";
            case Format.KnockoutTables _ -> "knockout_tables";
            case Format.Groups _ -> "groups";
            case Format.Window _ -> "window";
        };
    }

    /**
     * For people.
     *
     * @param rounds null: nobody knows
     */
    static String words(Format format, @Nullable Integer rounds) {
        String over = rounds == null ? "" : " over " + rounds + " rounds";
        return switch (format) {
            case Format.RoundRobin(var legs) -> "Each against each, " + (legs == 1 ? "once" : "twice");
            case Format.Tables(var size, var number) -> "Tables of " + size + " over " + number + " rounds";
            case Format.SwissDuels _ -> "Swiss of duels" + over;
            case Format.SwissTables(var size, var _) -> "Swiss at tables of " + size + over;
            case Format.Knockout knockout -> "Knock-out, " + series(knockout);
            case Format.KnockoutTables(var size, var bouts) ->
                "Knock-out at tables of " + size + ", " + lengths(bouts) + (bouts.equals(ONE) ? " bout" : " bouts")
                        + " each";
            case Format.Groups(var size, var bouts, var then) ->
                "Groups of " + size + (bouts == 0 ? "" : ", " + bouts + " bouts each") + ", then a knock-out, "
                        + series(then);
            case Format.Window(var size, var millis, var streaks) ->
                "Tables of " + size + " for " + millis / MILLIS_PER_MINUTE + " minutes"
                        + (streaks ? ", streaks count double" : "");
        };
    }

    private static String series(Format.Knockout knockout) {
        return "best of " + lengths(knockout.bestOf()) + (knockout.thirdPlace() ? ", with a third place" : "");
    }

    /** The final comes last. */
    private static String lengths(List<Integer> bouts) {
        return bouts.reversed().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
