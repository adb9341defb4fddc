package io.botpit.game.rating;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One row of a pool's rank list.
 *
 * @param rank 1 is best; by what a bot is worth at least, so that nobody leads by luck in a few games; equals share it
 * @param separable false: the leader may be no better, since their ratings plus and minus two deviations overlap
 */
public record Ranked(int rank, Held held, Rating shown, boolean separable) {
    private static final Comparator<Ranked> ORDER =
            Comparator.comparingInt(Ranked::rank).thenComparing(Ranked::player);

    public PlayerId player() {
        return held.player();
    }

    /** The rank list of a pool at a moment, best first. */
    public static List<Ranked> list(Collection<Held> pool, GameTime now, Rewrites rewrites) {
        List<Ranked> list = new ArrayList<>();
        List<Ranked> unplaced = pool.stream()
                .map(held -> new Ranked(0, held, held.shown(now, rewrites), false))
                .sorted(Comparator.comparingDouble((Ranked row) -> row.shown.low())
                        .reversed())
                .toList();
        for (Ranked row : unplaced) {
            boolean shared = !list.isEmpty() && list.getLast().shown.low() == row.shown.low();
            int rank = shared ? list.getLast().rank : list.size() + 1;
            boolean separable = row.shown.high() < unplaced.getFirst().shown.low();
            list.add(new Ranked(rank, row.held, row.shown, separable));
        }
        list.sort(ORDER);
        return list;
    }
}
