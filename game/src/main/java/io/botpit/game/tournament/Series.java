package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bouts that decide which of two goes on in a knock-out.
 *
 * @param number from 1 in each round
 * @param bestOf how many bouts, extra ones aside
 * @param first the better seed
 * @param bouts numbers of those that were drawn, in order
 * @param played how many of them have a result
 */
public record Series(
        int number, int bestOf, boolean thirdPlace, Side first, Side second, List<Integer> bouts, int played) {
    private static final int EXTRA_BOUTS = 2;
    static final int ABSENCES_LOSE = 2;

    public Series {
        bouts = List.copyOf(bouts);
    }

    /**
     * One of the two.
     *
     * @param player null: not known yet, or nobody
     * @param bye whether nobody will ever be here
     * @param wins ties count half
     * @param absences bouts that he missed
     */
    public record Side(@Nullable PlayerId player, boolean bye, Fraction wins, int absences) {
        static final Side UNKNOWN = new Side(null, false, Fraction.ZERO, 0);
        static final Side BYE = new Side(null, true, Fraction.ZERO, 0);

        static Side of(PlayerId player) {
            return new Side(player, false, Fraction.ZERO, 0);
        }

        /** Whether it is known who is here, or that nobody is. */
        boolean isKnown() {
            return player != null || bye;
        }

        /** The same one at the start of another series. */
        Side again() {
            return new Side(player, bye, Fraction.ZERO, 0);
        }

        Side after(Fraction points, boolean absent) {
            return new Side(player, bye, wins.plus(points), absences + (absent ? 1 : 0));
        }
    }

    private enum Verdict {
        OPEN,
        FIRST,
        SECOND
    }

    /** The one who goes on: unknown before it is decided. */
    public Side winner() {
        return switch (verdict()) {
            case OPEN -> Side.UNKNOWN;
            case FIRST -> first.again();
            case SECOND -> second.again();
        };
    }

    /** The other one. */
    Side loser() {
        return switch (verdict()) {
            case OPEN -> Side.UNKNOWN;
            case FIRST -> second.again();
            case SECOND -> first.again();
        };
    }

    public boolean isDecided() {
        return verdict() != Verdict.OPEN;
    }

    private boolean isReady() {
        return first.player() != null && second.player() != null;
    }

    /** Whether both are there, nothing is decided, and nothing is being played. */
    boolean isDue() {
        return isReady() && !isDecided() && bouts.size() == played;
    }

    /** Whether the next bout comes on top because all before it decided nothing. */
    boolean goesIntoExtra() {
        return played >= bestOf;
    }

    private Verdict verdict() {
        if (second.bye()) {
            return first.isKnown() ? Verdict.FIRST : Verdict.OPEN;
        }
        if (!isReady()) {
            return Verdict.OPEN;
        }
        if (second.absences() >= ABSENCES_LOSE || first.absences() >= ABSENCES_LOSE) {
            return second.absences() >= ABSENCES_LOSE ? Verdict.FIRST : Verdict.SECOND;
        }
        int lead = first.wins().compareTo(second.wins());
        if (lead != 0 && isOutOfReach()) {
            return lead > 0 ? Verdict.FIRST : Verdict.SECOND;
        }
        return played >= bestOf + EXTRA_BOUTS ? Verdict.FIRST : Verdict.OPEN;
    }

    private boolean isOutOfReach() {
        int left = played <= bestOf ? bestOf - played : bestOf + EXTRA_BOUTS - played;
        return first.wins().minus(second.wins()).abs().compareTo(Fraction.of(left, 1)) > 0;
    }
}
