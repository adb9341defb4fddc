package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import io.botpit.game.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the result of a bout out of how its game ended. Stateless. */
public final class Results {
    private Results() {}

    /**
     * The end of a game.
     *
     * @param table the final one
     * @param drawdowns of those who were measured
     */
    public record Finish(List<Standing> table, Map<PlayerId, Long> drawdowns) {
        public Finish {
            table = List.copyOf(table);
        }
    }

    /**
     * How each seat came out; the house's bots take no places.
     *
     * @param missing who did not come in time
     */
    public static List<Showing> of(Bout bout, Finish finish, List<PlayerId> missing) {
        Map<PlayerId, Standing> there = new LinkedHashMap<>();
        for (Standing row : finish.table()) {
            if (bout.seats().contains(row.player()) && !missing.contains(row.player())) {
                there.put(row.player(), row);
            }
        }
        List<Showing> showings = new ArrayList<>();
        for (PlayerId seat : bout.seats()) {
            Standing own = there.get(seat);
            showings.add(own == null ? Showing.ABSENT : showing(own, there, finish.drawdowns()));
        }
        return showings;
    }

    private static Showing showing(Standing own, Map<PlayerId, Standing> there, Map<PlayerId, Long> drawdowns) {
        long better = there.values().stream()
                .filter(other -> other.place() < own.place())
                .count();
        long drawdown = drawdowns.getOrDefault(own.player(), Showing.UNMEASURED);
        return new Showing((int) better + 1, own.score().units(), drawdown, false);
    }

    /** Without a game: those who came share the first place. */
    public static List<Showing> withoutGame(Bout bout, List<PlayerId> missing) {
        return bout.seats().stream()
                .map(seat -> missing.contains(seat) ? Showing.ABSENT : Showing.IDLE)
                .toList();
    }
}
