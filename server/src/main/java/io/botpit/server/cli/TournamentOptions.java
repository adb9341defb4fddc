package io.botpit.server.cli;

import io.botpit.protocol.rest.TournamentDetail.CutRow;
import io.botpit.protocol.rest.TournamentRequest;
import io.botpit.protocol.rest.TournamentRequest.BoutTerms;
import io.botpit.protocol.rest.TournamentRequest.EntryTerms;
import io.botpit.protocol.rest.TournamentRequest.Shape;
import io.botpit.server.config.ConfigProblem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The tournament that {@code botpit tournament create} asks for. */
final class TournamentOptions {
    @Option(names = "--title", paramLabel = "TITLE", description = "For people; default: the format.")
    private @Nullable String title;

    @Option(
            names = "--allow",
            paramLabel = "a,b",
            split = ",",
            description = "Who may take part; default: whoever is connected.")
    private @Nullable List<String> allow;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "Bots at a table, or in a group; in a knock-out at tables 4 to 8. Default: 4")
    private @Nullable Integer size;

    @Option(names = "--rounds", paramLabel = "N", description = "Default: as many as the field asks for; tables: 3")
    private @Nullable Integer rounds;

    @Option(
            names = "--best-of",
            paramLabel = "7,5,3",
            split = ",",
            description = "Bouts of a series in the final, the semi-final and so on backwards. Default: 7,5,3")
    private @Nullable List<Integer> bestOf;

    @Option(names = "--third-place", description = "Let the losers of the semi-finals play for it.")
    private boolean thirdPlace;

    @Option(
            names = "--group-bouts",
            paramLabel = "N",
            description = "So often a whole group sits at one table; default: duels, each against each.")
    private @Nullable Integer groupBouts;

    @Option(
            names = "--table-bouts",
            paramLabel = "5,3",
            split = ",",
            description = "So often a table of a knock-out plays in the final, the round before and so on backwards. "
                    + "Default: 3")
    private @Nullable List<Integer> tableBouts;

    @Option(names = "--window", paramLabel = "SECONDS", description = "Length of a window. Default: 1800")
    private @Nullable Integer window;

    @Option(names = "--streaks", description = "In a window points count double behind two first places in a row.")
    private boolean streaks;

    @Option(names = "--preset", paramLabel = "NAME", description = "Rules of the bouts. Default: open-market")
    private @Nullable String preset;

    @Option(names = "--scenario", paramLabel = "NAME", description = "World that each bout plays in; default: none.")
    private @Nullable String scenario;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of a bout. Default: 300")
    private @Nullable Integer seconds;

    @Option(names = "--no-show", paramLabel = "SECONDS", description = "A bout waits so long. Default: 60")
    private @Nullable Integer noShow;

    @Option(
            names = "--house-bots",
            paramLabel = "SPEC",
            description = "Who makes a market in each bout, e.g. market-maker:1,noise:2; default: nobody.")
    private @Nullable String houseBots;

    @Option(
            names = "--fill",
            paramLabel = "KIND",
            description = "House bot that takes each seat left over at a table, and no place; default: none.")
    private @Nullable String fill;

    @Option(names = "--at-once", paramLabel = "N", description = "Bouts at the same time. Default: 16")
    private @Nullable Integer atOnce;

    @Option(names = "--entrants-max", paramLabel = "N", description = "Default: 64")
    private @Nullable Integer entrantsMax;

    @Option(names = "--rating-min", paramLabel = "N", description = "Entrants must be rated so high.")
    private @Nullable Integer ratingMin;

    @Option(names = "--rating-max", paramLabel = "N", description = "Entrants must not be rated higher.")
    private @Nullable Integer ratingMax;

    @Option(names = "--rated-games-min", paramLabel = "N", description = "Entrants must have so many rated games.")
    private @Nullable Integer ratedGamesMin;

    @Option(names = "--no-check-in", description = "Who is listed plays, connected at the start or not.")
    private boolean noCheckIn;

    @Option(names = "--no-late", description = "Nobody comes in after the start.")
    private boolean noLate;

    @Option(
            names = "--frozen-versions",
            description = "A bot plays as the version it said it was at the start; nobody comes in after it.")
    private boolean frozenVersions;

    @Option(
            names = "--cut",
            paramLabel = "ROUND:KEEP",
            split = ",",
            description = "After a round only so many go on, e.g. 3:32,6:16; Swiss only.")
    private @Nullable List<String> cuts;

    @Option(names = "--duplicate", description = "All tables of a round have the same market, and seats are compared.")
    private boolean duplicate;

    @Option(names = "--dry-run", paramLabel = "N", description = "So many house bots play it, to try it out.")
    private @Nullable Integer dryRun;

    @Option(
            names = "--starts-at",
            paramLabel = "TIME",
            description = "When it starts, e.g. 2030-05-01T18:00:00Z; default: when told to.")
    private @Nullable String startsAt;

    TournamentRequest request(String format) {
        return new TournamentRequest(
                title,
                format,
                new Shape(
                        size,
                        rounds,
                        bestOf == null ? null : List.copyOf(bestOf),
                        thirdPlace,
                        groupBouts,
                        tableBouts == null ? null : List.copyOf(tableBouts),
                        window,
                        streaks),
                new EntryTerms(
                        allow == null ? null : List.copyOf(allow),
                        entrantsMax,
                        ratingMin,
                        ratingMax,
                        ratedGamesMin,
                        !noCheckIn,
                        !noLate,
                        frozenVersions),
                new BoutTerms(preset, scenario, seconds, noShow, houseBots, fill, atOnce),
                cuts == null ? null : cuts.stream().map(TournamentOptions::cut).toList(),
                duplicate,
                dryRun,
                startsAt == null ? null : Long.valueOf(millis(startsAt)));
    }

    private static CutRow cut(String text) {
        if (!text.matches("\\d{1,4}:\\d{1,4}")) {
            throw new ConfigProblem("--cut: must be such as 3:32, not '" + text + "'");
        }
        String[] parts = text.split(":", -1);
        return new CutRow(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static long millis(String time) {
        try {
            return Instant.parse(time).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new ConfigProblem("--starts-at: must be such as 2030-05-01T18:00:00Z, not '" + time + "'", e);
        }
    }
}
