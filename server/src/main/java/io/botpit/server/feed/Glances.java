package io.botpit.server.feed;

import io.botpit.game.PlayerId;
import io.botpit.game.Standing;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.protocol.rest.NowList.Leader;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what a glance at a game shows: its scores of the last minute and who led. Feed's thread only. */
final class Glances {
    private static final int LEADERS_SHOWN = 3;
    private static final int POINTS_SHOWN = 60;

    /** Points are kept of the first so many: who comes from further behind shows only those since then. */
    static final int PLACES_KEPT = 16;

    private static final long MICROS_BETWEEN_POINTS = Glance.WINDOW_MILLIS * 1_000 / POINTS_SHOWN;

    private final Subject subject;
    private final Asset money;
    private final Deque<Map<PlayerId, BigDecimal>> points = new ArrayDeque<>();
    private final Deque<Long> leadChangedAt = new ArrayDeque<>();
    /** Its second; the newest point is the score as it is. */
    private long newestPoint = -1;

    private @Nullable PlayerId leader;

    Glances(Subject subject) {
        this.subject = subject;
        this.money = subject.rules().firstInstrument().quote();
    }

    void see(GameView view) {
        long millis = Figures.millis(view.now());
        while (!leadChangedAt.isEmpty() && millis - leadChangedAt.getFirst() > Glance.WINDOW_MILLIS) {
            leadChangedAt.removeFirst();
        }
        noteLeader(view.standings(), millis);
        long due = view.now().micros() / MICROS_BETWEEN_POINTS;
        if (due == newestPoint) {
            points.removeLast();
        }
        newestPoint = due;
        addPoint(view.standings());
    }

    Glance at(GameView view, int viewers) {
        List<Standing> table = view.standings();
        return new Glance(
                subject,
                view.phase(),
                view.clock(),
                List.copyOf(leadChangedAt),
                table.stream().map(row -> (double) row.score().units()).toList(),
                table.size() < 2 ? null : gap(table).toPlainString(),
                table.stream().limit(LEADERS_SHOWN).map(this::leader).toList(),
                viewers);
    }

    /** The first who leads changes nothing, and nobody leads where the first two have the same. */
    private void noteLeader(List<Standing> table, long millis) {
        if (table.size() < 2 || table.getFirst().score().equals(table.get(1).score())) {
            return;
        }
        PlayerId first = table.getFirst().player();
        if (leader != null && !first.equals(leader)) {
            leadChangedAt.addLast(millis);
        }
        leader = first;
    }

    private void addPoint(List<Standing> table) {
        Map<PlayerId, BigDecimal> scores = new HashMap<>();
        table.stream().limit(PLACES_KEPT).forEach(row -> scores.put(row.player(), Figures.money(money, row.score())));
        points.addLast(scores);
        if (points.size() > POINTS_SHOWN) {
            points.removeFirst();
        }
    }

    private BigDecimal gap(List<Standing> table) {
        long units = table.getFirst().score().units() - table.get(1).score().units();
        return Figures.money(money, new Amount(units));
    }

    private Leader leader(Standing row) {
        List<BigDecimal> scores = points.stream()
                .filter(point -> point.containsKey(row.player()))
                .map(point -> point.getOrDefault(row.player(), BigDecimal.ZERO))
                .toList();
        return new Leader(
                row.name(),
                subject.names().isHouse(row.player()),
                Figures.money(money, row.score()).toPlainString(),
                scores);
    }
}
