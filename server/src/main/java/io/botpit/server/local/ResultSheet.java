package io.botpit.server.local;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Standing;
import io.botpit.game.money.Asset;
import io.botpit.game.rules.GameRules;
import io.botpit.protocol.Word;
import io.botpit.protocol.rest.GameResult;
import io.botpit.server.feed.Figures;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes down what comes of a game, from its commands alone: it does not matter where they were given. One thread. */
public final class ResultSheet implements Consumer<Committed> {
    private static final long MICROS_PER_MILLI = 1_000;

    private final Set<PlayerId> house = new HashSet<>();
    private GamePhase phase = GamePhase.LOBBY;
    private List<Standing> table = List.of();
    private @Nullable EndCause cause;
    private @Nullable GameTime startedAt;
    private GameTime last = GameTime.EPOCH;
    private long commands;
    private long trades;

    /** Nothing has happened yet. */
    public ResultSheet() {}

    @Override
    public void accept(Committed commit) {
        last = commit.command().at();
        switch (commit.command().value()) {
            case Command.PlayerCommand _ -> commands++;
            case Command.RefereeCommand(var _, RefereeAct.AdmitHouse admitted) -> house.add(admitted.player());
            case Command.RefereeCommand _, Command.Tick() -> {}
        }
        commit.events().forEach(this::see);
    }

    private void see(Event event) {
        if (event instanceof Event.Traded) {
            trades++;
        } else if (event instanceof Event.PhaseChanged change) {
            phase = change.to();
            startedAt = startedAt == null && phase == GamePhase.RUNNING ? last : startedAt;
        } else if (event instanceof Event.Ended end) {
            cause = end.cause();
            table = end.table();
        }
    }

    /** Whether the server itself runs a player. */
    public boolean isHouse(PlayerId player) {
        return house.contains(player);
    }

    /**
     * What came of it.
     *
     * @param scenario its name; null: none
     * @param faults of bots, by name
     */
    public GameResult result(GameRules rules, @Nullable String scenario, Map<String, String> faults) {
        Asset money = rules.firstInstrument().quote();
        return new GameResult(
                rules.preset(),
                scenario,
                Long.toString(rules.seed()),
                new GameResult.Course(
                        Word.of(phase), cause == null ? null : Word.of(cause), millis(), commands, trades),
                table.stream()
                        .map(row -> Figures.standing(row, house.contains(row.player()), money))
                        .toList(),
                faults);
    }

    private long millis() {
        return startedAt == null ? 0 : last.microsSince(startedAt) / MICROS_PER_MILLI;
    }
}
