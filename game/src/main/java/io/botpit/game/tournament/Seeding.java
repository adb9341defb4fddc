package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import io.botpit.game.random.Dice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Who is taken for how strong. Stateless. */
public final class Seeding {
    private Seeding() {}

    /**
     * The strongest first; among equals the lot decides.
     *
     * @param strength of the rating, what is certain of it
     * @param seed of the tournament
     */
    public static List<PlayerId> byStrength(
            Collection<PlayerId> field, ToDoubleFunction<PlayerId> strength, long seed) {
        List<PlayerId> known = field.stream().sorted().toList();
        return new Dice(seed)
                .split("seeding").shuffled(known).stream()
                        .sorted(Comparator.comparingDouble(strength).reversed())
                        .toList();
    }

    /**
     * The slots of the first round of a knock-out; neighbours meet. The strongest have the byes, and meet as late as can
     * be.
     *
     * @param field strongest first; null: nobody
     * @return a power of two, null where nobody sits
     */
    static List<@Nullable PlayerId> bracket(List<@Nullable PlayerId> field) {
        List<Integer> order = List.of(1);
        while (order.size() < field.size()) {
            List<Integer> wider = new ArrayList<>();
            for (int seed : order) {
                wider.add(seed);
                wider.add(2 * order.size() + 1 - seed);
            }
            order = wider;
        }
        List<@Nullable PlayerId> slots = new ArrayList<>();
        order.forEach(seed -> slots.add(seed <= field.size() ? field.get(seed - 1) : null));
        return slots;
    }

    static void addIfThere(List<PlayerId> list, @Nullable PlayerId player) {
        if (player != null) {
            list.add(player);
        }
    }
}
