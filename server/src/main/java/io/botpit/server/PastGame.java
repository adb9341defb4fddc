package io.botpit.server;

import io.botpit.game.GamePhase;
import io.botpit.persistence.ResultRow;
import io.botpit.persistence.WinnerRow;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.protocol.Word;
import io.botpit.protocol.rest.GameDetail;
import io.botpit.protocol.rest.GameRow;
import io.botpit.protocol.rest.StandingRow;
import io.botpit.protocol.rest.StandingsTable;
import io.botpit.server.feed.Figures;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A game of the past, which is no more in memory, in the words of the REST interface. Stateless. */
final class PastGame {
    private PastGame() {}

    static GameRow row(io.botpit.persistence.GameRow row, @Nullable WinnerRow winner) {
        return new GameRow(
                row.game().text(),
                row.title(),
                row.preset(),
                Word.of(phase(row)),
                row.players(),
                new GameRow.Times(Figures.millisOrNull(row.startedAt()), Figures.millisOrNull(row.endedAt()), null),
                false,
                winner == null ? null : winner.name(),
                winner == null ? null : Reads.money(winner.score()));
    }

    static StandingsTable table(io.botpit.persistence.GameRow row, List<ResultRow> results) {
        return new StandingsTable(row.game().text(), Word.of(phase(row)), 0, true, standings(results));
    }

    static GameDetail detail(
            io.botpit.persistence.GameRow row,
            JournalHead head,
            Map<String, BigDecimal> marks,
            List<ResultRow> results) {
        Map<String, String> shown = new LinkedHashMap<>();
        marks.forEach((symbol, mark) -> shown.put(symbol, mark.toPlainString()));
        WinnerRow winner = results.stream()
                .findFirst()
                .map(first -> new WinnerRow(first.contender().name(), first.score()))
                .orElse(null);
        return new GameDetail(
                row(row, winner),
                Word.of(row.mode()),
                LiveGame.rules(head.rules()),
                LiveGame.fairness(head, true),
                List.of(),
                shown,
                standings(results));
    }

    /** What this process could not go on with is void, however far the tables are. */
    private static GamePhase phase(io.botpit.persistence.GameRow row) {
        return row.phase() == GamePhase.ENDED ? GamePhase.ENDED : GamePhase.VOID;
    }

    private static List<StandingRow> standings(List<ResultRow> results) {
        return results.stream().map(PastGame::standing).toList();
    }

    private static StandingRow standing(ResultRow row) {
        Map<String, String> wallet = new LinkedHashMap<>();
        row.wallet().forEach((asset, amount) -> wallet.put(asset, amount.toPlainString()));
        return new StandingRow(
                row.place(),
                row.contender().name(),
                row.contender().house(),
                Reads.money(row.equity()),
                Reads.money(row.score()),
                wallet);
    }
}
