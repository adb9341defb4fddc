package io.botpit.game.score;

import io.botpit.game.Appraisal;
import io.botpit.game.Holding;
import io.botpit.game.PlayerId;
import java.util.List;

/**
 * One who is ranked: who it is, what is owned, and what coins count as.
 *
 * @param holdings one per asset, in the order of the rules
 * @param appraisals one per instrument, in the order of the rules
 */
public record Contestant(PlayerId player, String name, List<Holding> holdings, List<Appraisal> appraisals) {
    public Contestant {
        holdings = List.copyOf(holdings);
        appraisals = List.copyOf(appraisals);
    }
}
