package io.botpit.persistence.journal;

import io.botpit.game.Committed;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.PlayerId;
import io.botpit.game.report.Reporter;
import io.botpit.game.tournament.Results;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a game ended.
 *
 * @param cause null: it is void
 * @param why in words, for people
 * @param finish without rows where it is void
 */
public record GameEnd(@Nullable EndCause cause, String why, Results.Finish finish) {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    /** Without a result. */
    public static GameEnd ofVoid(String why) {
        return new GameEnd(null, why, new Results.Finish(List.of(), Map.of()));
    }

    /** With a table; who plays is measured if there is a reporter that saw all of the game. */
    public static GameEnd of(Event.Ended ended, @Nullable Reporter reporter) {
        Map<PlayerId, Long> drawdowns = reporter == null ? Map.of() : units(reporter.drawdowns());
        return new GameEnd(ended.cause(), "", new Results.Finish(ended.table(), drawdowns));
    }

    /** By playing its journal again, with faults as {@link Replay} throws them; empty: it goes on. */
    public static Optional<GameEnd> of(JournalReader journal) {
        Reporter reporter = new Reporter(journal.head().rules());
        List<GameEnd> end = new ArrayList<>();
        Replay.rebuild(journal, commit -> {
            reporter.see(commit);
            look(commit, reporter).ifPresent(end::add);
        });
        return end.stream().findFirst();
    }

    private static Optional<GameEnd> look(Committed commit, Reporter reporter) {
        for (Event event : commit.events()) {
            if (event instanceof Event.Ended ended) {
                return Optional.of(of(ended, reporter));
            }
            if (event instanceof Event.PhaseChanged change && change.to() == GamePhase.VOID) {
                return Optional.of(ofVoid(change.why()));
            }
        }
        return Optional.empty();
    }

    private static SortedMap<PlayerId, Long> units(Map<PlayerId, BigInteger> drawdowns) {
        SortedMap<PlayerId, Long> units = new TreeMap<>();
        drawdowns.forEach(
                (player, drawdown) -> units.put(player, drawdown.min(MOST).longValueExact()));
        return units;
    }

    /** The same with other words. */
    public GameEnd because(String words) {
        return new GameEnd(cause, words, finish);
    }
}
