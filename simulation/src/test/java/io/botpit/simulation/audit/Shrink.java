package io.botpit.simulation.audit;

import io.botpit.game.Command;
import io.botpit.game.Stamped;
import java.util.ArrayList;
import java.util.List;

/** Delta debugging: leaves out commands, in ever smaller runs, as long as engine and naive game still differ. */
final class Shrink {
    private static final int SHORT = 40;

    private Shrink() {}

    static Duel.Outcome shrink(Duel.Outcome failing) {
        Duel.Outcome best = failing;
        int run = Math.max(1, best.commands().size() / 2);
        while (true) {
            Duel.Outcome smaller = sweep(best, run);
            boolean better = smaller.commands().size() < best.commands().size();
            best = smaller;
            if (run == 1 && !better) {
                return pairs(best);
            }
            run = better ? run : Math.max(1, run / 2);
        }
    }

    /** A short case may still hold two commands that only matter to each other. */
    private static Duel.Outcome pairs(Duel.Outcome failing) {
        int size = failing.commands().size();
        for (int i = 0; i < size && size <= SHORT; i++) {
            for (int j = i + 1; j < size; j++) {
                List<Stamped<Command>> fewer = new ArrayList<>(failing.commands());
                fewer.remove(j);
                fewer.remove(i);
                Duel.Outcome outcome = Duel.given(failing.seed(), fewer);
                if (outcome.difference().isPresent()) {
                    return pairs(outcome);
                }
            }
        }
        return failing;
    }

    /** Tries once to leave out each run of this length, the last ones first. */
    private static Duel.Outcome sweep(Duel.Outcome failing, int run) {
        Duel.Outcome best = failing;
        for (int to = best.commands().size(); to > 0; to -= run) {
            int end = Math.min(to, best.commands().size());
            List<Stamped<Command>> fewer = new ArrayList<>(best.commands());
            fewer.subList(Math.max(0, end - run), end).clear();
            Duel.Outcome outcome = Duel.given(best.seed(), fewer);
            best = outcome.difference().isPresent() ? outcome : best;
        }
        return best;
    }
}
