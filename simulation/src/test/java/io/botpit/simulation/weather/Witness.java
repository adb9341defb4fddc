package io.botpit.simulation.weather;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.server.lobby.GameWatch;
import io.botpit.server.loop.CommitListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hears what the server says is stored, in all its processes, and that its engine broke, which no weather excuses. */
final class Witness implements GameWatch {
    private final Map<String, List<Committed>> stored = new TreeMap<>();
    private final List<LobbyRecord> records = new ArrayList<>();
    private final Faults faults;

    Witness(Faults faults) {
        this.faults = faults;
    }

    @Override
    public CommitListener watch(GameId game) {
        List<Committed> all = stored.computeIfAbsent(game.text(), _ -> new ArrayList<>());
        return new CommitListener() {
            @Override
            public void committed(List<Committed> batch) {
                all.addAll(batch);
                batch.forEach(commit -> commit.events().forEach(Witness.this::count));
            }

            @Override
            public void broke(Throwable cause) {
                throw new Broken("the engine broke in game " + game, cause);
            }
        };
    }

    private void count(Event event) {
        if (event instanceof Event.PhaseChanged change) {
            if (change.to() == GamePhase.PAUSED) {
                faults.happened(Fault.GAME_PAUSED);
            } else if (change.from() == GamePhase.PAUSED && change.to() == GamePhase.RUNNING) {
                faults.happened(Fault.GAME_RESUMED);
            }
        }
    }

    @Override
    public void recorded(long sequence, LobbyRecord entry) {
        records.add(entry);
    }

    /** By game; with gaps where an earlier process stored more than it could tell. */
    Map<String, List<Committed>> stored() {
        return stored;
    }

    List<LobbyRecord> records() {
        return records;
    }
}
