package io.botpit.server.lobby;

import io.botpit.game.GameTime;
import io.botpit.game.InvariantBroken;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.FactText;
import io.botpit.game.tournament.Tournament;
import io.botpit.persistence.journal.LobbyRecord.TournamentMoved;
import java.util.ArrayList;
import java.util.List;

/** A tournament and all its facts. Lobby's thread only. */
public final class TournamentFile {
    private final Tournament tournament;
    private final GameTime createdAt;
    private final List<TournamentMoved> facts = new ArrayList<>();

    TournamentFile(TournamentMoved first) {
        if (!(first.fact() instanceof Fact.Created(var plan))) {
            throw new InvariantBroken("tournament " + first.tournament() + " goes on and was never created");
        }
        this.tournament = new Tournament(first.tournament(), plan);
        this.createdAt = first.at();
        facts.add(first);
    }

    void add(TournamentMoved next) {
        tournament.apply(next.fact(), next.at());
        facts.add(next);
    }

    public Tournament tournament() {
        return tournament;
    }

    public GameTime createdAt() {
        return createdAt;
    }

    /** How many there are. */
    public int facts() {
        return facts.size();
    }

    /** Each as a line: the time in microseconds, and the fact. */
    public List<String> lines() {
        return facts.stream()
                .map(fact -> fact.at().micros() + " " + FactText.of(fact.fact()))
                .toList();
    }
}
