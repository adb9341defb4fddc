package io.botpit.server.tournament;

import io.botpit.game.tournament.Bout;
import io.botpit.game.tournament.Tournament;
import io.botpit.game.tournament.TournamentView;
import io.botpit.protocol.rest.BoutRow;
import io.botpit.protocol.rest.TournamentDetail.RoundRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bouts of a tournament by rounds. */
record Rounds(List<BoutRow> rows, Tournament tournament, TournamentView view) {
    List<RoundRow> schedule() {
        Map<Integer, List<BoutRow>> byRound = new LinkedHashMap<>();
        for (BoutRow row : rows) {
            byRound.computeIfAbsent(row.round(), _ -> new ArrayList<>()).add(row);
        }
        return byRound.entrySet().stream()
                .map(round -> round(round.getKey(), round.getValue()))
                .toList();
    }

    private RoundRow round(int number, List<BoutRow> all) {
        boolean over = all.stream().allMatch(bout -> bout.phase().equals("over"));
        Bout.Stage stage =
                tournament.bouts().get(all.getFirst().number() - 1).spot().stage();
        return new RoundRow(
                number,
                name(number, stage),
                Showcase.word(stage),
                over ? "over" : "running",
                all.stream().filter(bout -> bout.seats().size() > 1).toList(),
                all.stream()
                        .filter(bout -> bout.seats().size() == 1)
                        .map(bout -> bout.seats().getFirst().name())
                        .toList());
    }

    private String name(int number, Bout.Stage stage) {
        if (stage != Bout.Stage.KNOCKOUT) {
            return "Round " + number;
        }
        return view.bracket().isEmpty()
                ? ofTables(number)
                : BracketRows.name(view.bracketFrom() + view.bracket().size() - 1 - number);
    }

    private String ofTables(int number) {
        List<TournamentView.Group> tables =
                view.groups().stream().filter(table -> table.round() == number).toList();
        int field = tables.stream().mapToInt(table -> table.standings().size()).sum();
        return tables.size() == 1 ? BracketRows.FINAL : "Round of " + field;
    }
}
