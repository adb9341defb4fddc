package io.botpit.game.pairing;

import java.util.Collections;
import java.util.List;

/**
 * One of those for whom the next round of a Swiss tournament is drawn.
 *
 * @param seat the number it goes by
 * @param owner equal for bots of one owner
 * @param points so far; half points for late entry included
 * @param rating the higher the stronger
 * @param met the seats it sat at a table with, each as often as it did
 * @param firsts how often it had the first seat
 * @param hadBye whether it had a point without playing
 * @param floated whether it had more points than its opponent in one of the last two rounds
 */
public record Contender(
        int seat,
        int owner,
        double points,
        double rating,
        List<Integer> met,
        int firsts,
        boolean hadBye,
        boolean floated) {
    public Contender {
        met = List.copyOf(met);
    }

    int timesMet(Contender other) {
        return Collections.frequency(met, other.seat);
    }

    /** Points in steps of a half, what a duel moves by. */
    long halves() {
        return StrictMath.round(2 * points);
    }
}
