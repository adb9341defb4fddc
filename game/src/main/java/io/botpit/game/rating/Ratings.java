package io.botpit.game.rating;

import io.botpit.game.PlayerId;
import io.botpit.game.rating.Glicko.Meeting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All ratings, after one game after the other. The same games in the same order give the same ratings, to the last bit.
 * For one thread.
 */
public final class Ratings {
    /** What is known from another behaviour of the engine is known no better than this. */
    private static final double EPOCH_DEVIATION_MIN = 150;

    private final SortedMap<Key, Held> held = new TreeMap<>();
    private int epoch;

    private record Key(PlayerId player, Pool pool) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::player).thenComparing(Key::pool);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Nobody has one yet. */
    public Ratings() {}

    /**
     * Goes on from ratings that were kept.
     *
     * @param epoch the last behaviour version of the engine that was seen, 0 for none
     */
    public Ratings(Collection<Held> kept, int epoch) {
        kept.forEach(this::keep);
        this.epoch = epoch;
    }

    /** The games whose time has come: those before the first that is still open. */
    public static List<Listed> due(List<Listed> listed) {
        return listed.stream().takeWhile(game -> !(game instanceof Listed.Open)).toList();
    }

    /**
     * Takes the next game.
     *
     * @param rewrites all that were announced before its end
     * @return what it changed, in the order of the seats
     */
    public List<RatingChange> take(Listed next, Rewrites rewrites) {
        return switch (next) {
            case Listed.Open open -> throw new IllegalArgumentException("game " + open.game() + " is still open");
            case Listed.Uncounted _ -> List.of();
            case Listed.Result result -> result.counts() ? rate(result, rewrites) : List.of();
        };
    }

    /** By player, then pool. */
    public List<Held> all() {
        return List.copyOf(held.values());
    }

    /** The last behaviour version of the engine that was seen, 0 for none. */
    public int epoch() {
        return epoch;
    }

    /** All from the ratings before the game: who is computed first makes no difference. */
    private List<RatingChange> rate(Listed.Result result, Rewrites rewrites) {
        enter(result.terms().behaviorVersion());
        List<Rated> all = result.seats().stream()
                .map(seat -> new Rated(seat, before(seat, result, rewrites)))
                .toList();
        List<RatingChange> changes = new ArrayList<>();
        for (Rated own : all) {
            if (!own.seat.house()) {
                Rating after = Glicko.after(own.before, meetings(own, all, result));
                changes.add(new RatingChange(
                        result.game(),
                        own.before,
                        held(own.seat, result).after(after, result.course().startedAt())));
            }
        }
        changes.forEach(change -> keep(change.after()));
        return changes;
    }

    private record Rated(Seat seat, Rating before) {}

    private Rating before(Seat seat, Listed.Result result, Rewrites rewrites) {
        return seat.house()
                ? Rating.HOUSE
                : held(seat, result).shown(result.course().startedAt(), rewrites);
    }

    private static List<Meeting> meetings(Rated own, List<Rated> all, Listed.Result result) {
        return all.stream()
                .filter(other -> result.meet(own.seat, other.seat))
                .map(other -> new Meeting(other.before, own.seat.against(other.seat, result.tieWithin())))
                .toList();
    }

    /** A new behaviour of the engine is another game: who was good at the old one has to show it again. */
    private void enter(int behaviorVersion) {
        if (epoch > 0 && behaviorVersion > epoch) {
            held.replaceAll((_, rating) -> rating.doubted(EPOCH_DEVIATION_MIN));
        }
        epoch = Math.max(epoch, behaviorVersion);
    }

    private Held held(Seat seat, Listed.Result result) {
        Held known = held.get(new Key(seat.player(), result.pool()));
        return known == null
                ? Held.newcomer(seat.player(), result.pool(), result.course().startedAt())
                : known;
    }

    private void keep(Held rating) {
        held.put(new Key(rating.player(), rating.pool()), rating);
    }
}
