package io.botpit.simulation.weather;

import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.server.lobby.GameWatch;
import io.botpit.server.loop.CommitListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hears what the server says is stored, in all its processes. */
final class Witness implements GameWatch {
    private final Map<String, List<Committed>> stored = new TreeMap<>();
    private final List<LobbyRecord> records = new ArrayList<>();

    @Override
    public CommitListener watch(GameId game) {
        List<Committed> all = stored.computeIfAbsent(game.text(), _ -> new ArrayList<>());
        return all::addAll;
    }

    @Override
    public void recorded(LobbyRecord entry) {
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
