package io.botpit.game.score;

import io.botpit.game.Holding;
import io.botpit.game.PlayerId;
import java.util.List;

/** One who is ranked: who it is and what is owned, one holding per asset in the order of the rules. */
public record Contestant(PlayerId player, String name, List<Holding> holdings) {
    public Contestant {
        holdings = List.copyOf(holdings);
    }
}
