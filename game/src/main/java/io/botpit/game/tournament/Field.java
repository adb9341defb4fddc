package io.botpit.game.tournament;

import io.botpit.game.GameTime;
import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who takes part, and who is still drawn. */
final class Field {
    private static final int ABSENCES_MAX = 2;

    private final Map<PlayerId, Place> places = new LinkedHashMap<>();
    private final List<PlayerId> seeding = new ArrayList<>();

    private static final class Place {
        private final Entrant entrant;
        private EntrantState state = EntrantState.IN;
        private boolean checkedIn;
        private int absences;
        private int cutsSurvived;
        private Fraction bonus = Fraction.ZERO;
        private GameTime since;
        private @Nullable String version;

        Place(Entrant entrant, GameTime since) {
            this.entrant = entrant;
            this.since = since;
        }
    }

    void enter(Entrant entrant, GameTime at) {
        places.put(entrant.player(), new Place(entrant, at));
    }

    /** Comes in behind those who were seeded. */
    void joinLate(PlayerId player, Fraction bonus) {
        Place place = get(player);
        place.bonus = bonus;
        place.checkedIn = true;
        place.state = EntrantState.IN;
        seeding.add(player);
    }

    void checkIn(PlayerId player, GameTime at) {
        Place place = get(player);
        place.checkedIn = true;
        place.absences = 0;
        place.since = at;
        if (place.state == EntrantState.ABSENT && seeding.contains(player)) {
            place.state = EntrantState.IN;
        }
    }

    /** Strongest first; the others are absent. */
    void seed(List<PlayerId> order, GameTime at) {
        seeding.addAll(order);
        places.forEach((player, place) -> {
            place.since = at;
            if (place.state == EntrantState.IN && !order.contains(player)) {
                place.state = EntrantState.ABSENT;
            }
        });
    }

    /** What they said they were; who is not in it said nothing. */
    void freeze(Map<PlayerId, String> versions) {
        versions.forEach((player, version) -> get(player).version = version);
    }

    void leave(PlayerId player, EntrantState why) {
        Place place = get(player);
        if (place.state != EntrantState.WITHDRAWN) {
            place.state = why;
        }
    }

    /** Only the first of those that are drawn go on. */
    void cut(List<PlayerId> best, int keep) {
        for (PlayerId player : best.subList(0, Math.min(keep, best.size()))) {
            get(player).cutsSurvived++;
        }
        best.stream().skip(keep).forEach(player -> leave(player, EntrantState.CUT));
    }

    /** A bout is over for him. */
    void played(PlayerId player, boolean absent, GameTime at) {
        Place place = get(player);
        place.since = at;
        place.absences = absent ? place.absences + 1 : 0;
        if (place.absences >= ABSENCES_MAX && place.state == EntrantState.IN) {
            place.state = EntrantState.ABSENT;
            place.checkedIn = false;
        }
    }

    boolean contains(PlayerId player) {
        return places.containsKey(player);
    }

    int size() {
        return places.size();
    }

    Entrant entrant(PlayerId player) {
        return get(player).entrant;
    }

    Collection<Entrant> entrants() {
        return places.values().stream().map(place -> place.entrant).toList();
    }

    EntrantState state(PlayerId player) {
        return get(player).state;
    }

    boolean isIn(PlayerId player) {
        return get(player).state == EntrantState.IN;
    }

    /** Now or later. */
    boolean mayPlay(PlayerId player) {
        return isIn(player) || get(player).state == EntrantState.ABSENT;
    }

    boolean isCheckedIn(PlayerId player) {
        return get(player).checkedIn;
    }

    /** What he was when versions were frozen; null: nothing, or they were not. */
    @Nullable
    String version(PlayerId player) {
        return get(player).version;
    }

    /** Points for the rounds before he came. */
    Fraction bonus(PlayerId player) {
        return get(player).bonus;
    }

    int cutsSurvived(PlayerId player) {
        return get(player).cutsSurvived;
    }

    /** When he came, or when his last bout was over. */
    GameTime freeSince(PlayerId player) {
        return get(player).since;
    }

    /** All who were ever drawn, strongest first. */
    List<PlayerId> seeding() {
        return List.copyOf(seeding);
    }

    /** Those who are drawn now, strongest first. */
    List<PlayerId> drawn() {
        return seeding.stream().filter(this::isIn).toList();
    }

    /** From 1; null: not seeded. */
    @Nullable
    Integer seedOf(PlayerId player) {
        int index = seeding.indexOf(player);
        return index < 0 ? null : Integer.valueOf(index + 1);
    }

    private Place get(PlayerId player) {
        Place place = places.get(player);
        if (place == null) {
            throw new InvariantBroken("player " + player.number() + " is not in the tournament");
        }
        return place;
    }
}
