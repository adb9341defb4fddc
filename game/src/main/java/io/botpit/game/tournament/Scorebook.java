package io.botpit.game.tournament;

import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What everybody made of a list of bouts that are over. Immutable. */
final class Scorebook {
    private final Map<PlayerId, List<Line>> lines = new LinkedHashMap<>();
    private final List<Bout> bouts;

    /**
     * What somebody made of one bout.
     *
     * @param score that of the table, or against the same seat of the other tables
     */
    record Line(Bout bout, Showing showing, Fraction points, Fraction score) {
        /** Whether there was a game and somebody to play it with. */
        boolean isPlayed() {
            return !showing.absent() && bout.seats().size() > 1 && gamesOf(bout) > 0;
        }

        private static int gamesOf(Bout bout) {
            return bout.state() instanceof Bout.State.Over(var games, var _) ? games.size() : 0;
        }
    }

    Scorebook(Plan plan, List<Bout> bouts) {
        this.bouts = bouts;
        Points points = Points.of(plan, bouts);
        for (Bout bout : bouts) {
            for (PlayerId seat : bout.seats()) {
                List<Line> own = lines.computeIfAbsent(seat, _ -> new ArrayList<>());
                Showing showing = bout.showing(seat);
                own.add(new Line(bout, showing, points.of(bout, seat, own), points.score(bout, seat)));
            }
        }
    }

    List<Line> of(PlayerId player) {
        return lines.getOrDefault(player, List.of());
    }

    /** Of somebody who sat at a bout. */
    Line line(PlayerId player, Bout bout) {
        return of(player).stream()
                .filter(line -> line.bout().number() == bout.number())
                .findFirst()
                .orElseThrow(() -> new InvariantBroken("bout " + bout.number() + " has no line of its seat"));
    }

    Fraction points(PlayerId player) {
        return Fraction.sum(of(player).stream().map(Line::points).toList());
    }

    List<Bout> bouts() {
        return bouts;
    }

    /** In how many bouts two sat at one table. */
    int meetings(PlayerId one, PlayerId other) {
        return (int) bouts.stream()
                .filter(bout -> bout.seats(one) && bout.seats(other))
                .count();
    }
}
