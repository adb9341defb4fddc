package io.botpit.game.tournament;

import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened in a tournament. All there is to know about it follows from these, in order, with their times. */
public sealed interface Fact {
    record Created(Plan plan) implements Fact {}

    record Entered(Entrant entrant) implements Fact {}

    /** Is there: at the start, or again after having been missed. */
    record CheckedIn(PlayerId player) implements Fact {}

    /** Leaves the draw; results stay. */
    record Withdrawn(PlayerId player, String why) implements Fact {}

    /**
     * The field is frozen.
     *
     * @param seeding strongest first; who entered and is not in it is absent
     * @param versions what they said they were, where that is frozen; who is not in it said nothing
     */
    record Started(List<PlayerId> seeding, Map<PlayerId, String> versions) implements Fact {
        public Started {
            seeding = List.copyOf(seeding);
            versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        }
    }

    record BoutOpened(int bout, GameId game) implements Fact {}

    /**
     * A bout begins, or is decided, without some who did not come in time.
     *
     * @param missing whoever of them comes later has no result all the same
     */
    record NoShow(int bout, List<PlayerId> missing) implements Fact {
        public NoShow {
            missing = List.copyOf(missing);
        }
    }

    /**
     * A game is over and has a result.
     *
     * @param showings in the order of the seats
     */
    record BoutPlayed(int bout, List<Showing> showings) implements Fact {
        public BoutPlayed {
            showings = List.copyOf(showings);
        }
    }

    /** The game has no result: the bout is played again, or given up after {@link Bout#VOIDS_MAX} times. */
    record BoutVoided(int bout, String why) implements Fact {}

    /** Nothing but time passed; recorded only where something was due. */
    record Woke() implements Fact {}

    record Cancelled(String why) implements Fact {}
}
