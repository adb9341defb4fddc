package io.botpit.server.tournament;

import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Series;
import io.botpit.game.tournament.TournamentView;
import io.botpit.protocol.rest.TournamentDetail.BracketRound;
import io.botpit.protocol.rest.TournamentDetail.SeriesRow;
import io.botpit.protocol.rest.TournamentDetail.SideRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rounds of a knock-out in the words of the REST interface. */
record BracketRows(TournamentView view, Function<PlayerId, String> names) {
    static final String FINAL = "Final";

    private static final List<String> LAST_ROUNDS = List.of(FINAL, "Semi-finals", "Quarter-finals");
    private static final int PLACES = 1;

    List<BracketRound> rounds() {
        List<BracketRound> rounds = new ArrayList<>();
        for (List<Series> round : view.bracket()) {
            int before = view.bracket().size() - 1 - rounds.size();
            rounds.add(new BracketRound(
                    view.bracketFrom() + rounds.size(),
                    name(before),
                    round.stream().map(this::row).toList()));
        }
        return rounds;
    }

    /** @param before so many rounds before the final */
    static String name(int before) {
        return before < LAST_ROUNDS.size() ? LAST_ROUNDS.get(before) : "Round of " + (2 << before);
    }

    private SeriesRow row(Series series) {
        return new SeriesRow(
                series.number(),
                series.bestOf(),
                series.thirdPlace(),
                List.of(side(series.first()), side(series.second())),
                name(series.winner().player()),
                series.bouts());
    }

    private SideRow side(Series.Side side) {
        return new SideRow(name(side.player()), seed(side.player()), side.wins().toDecimal(PLACES), side.bye());
    }

    private @Nullable String name(@Nullable PlayerId player) {
        return player == null ? null : names.apply(player);
    }

    private @Nullable Integer seed(@Nullable PlayerId player) {
        return view.field().stream()
                .filter(member -> member.player().equals(player))
                .map(TournamentView.Member::seed)
                .findFirst()
                .orElse(null);
    }
}
