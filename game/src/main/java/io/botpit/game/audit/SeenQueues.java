package io.botpit.game.audit;

import io.botpit.game.Event;
import io.botpit.game.Side;
import io.botpit.game.audit.SeenOrder.Rank;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Open orders in the order in which they stand, and the levels that were told of them. */
final class SeenQueues {
    private final GameRules rules;
    private final Map<Where, NavigableMap<Rank, SeenOrder>> queues = new LinkedHashMap<>();
    private final Map<Place, Long> told = new LinkedHashMap<>();
    private final Set<Place> touched = new LinkedHashSet<>();

    SeenQueues(GameRules rules) {
        this.rules = rules;
    }

    private record Where(Symbol symbol, Side side) {}

    private record Place(Where where, long ticks) {}

    void add(SeenOrder order) {
        queue(where(order)).put(order.rank(), order);
        touch(order);
    }

    void remove(SeenOrder order) {
        queue(where(order)).remove(order.rank());
        touch(order);
    }

    /** Its open size changes. */
    void touch(SeenOrder order) {
        touched.add(new Place(where(order), order.limit()));
    }

    void level(Event.LevelChanged event) {
        Place place = new Place(
                new Where(event.symbol(), event.side()), event.level().price().ticks());
        touched.add(place);
        told.put(place, event.level().size().lots());
    }

    /** The first order of the side on which this one stands; null if there is none. */
    @Nullable
    SeenOrder firstBeside(SeenOrder order) {
        Map.Entry<Rank, SeenOrder> first = queue(where(order)).firstEntry();
        return first == null ? null : first.getValue();
    }

    /** Orders of a side, best first. */
    Collection<SeenOrder> orders(Symbol symbol, Side side) {
        return queue(new Where(symbol, side)).values();
    }

    /** Orders of the other side, best first. */
    Collection<SeenOrder> opposite(SeenOrder order) {
        return orders(order.instrument.symbol(), order.terms().side().opposite());
    }

    /** Levels and prices that changed since the last check. */
    void check() {
        for (Place place : touched) {
            Must.equal(told.getOrDefault(place, 0L), lots(place), "rule 24: size of the level " + place);
            if (told.getOrDefault(place, 0L) == 0) {
                told.remove(place);
            }
        }
        touched.clear();
        rules.instruments().forEach(this::checkNotCrossed);
    }

    /** All levels. */
    void checkAll() {
        queues.values().forEach(queue -> queue.values().forEach(this::touch));
        touched.addAll(told.keySet());
        check();
    }

    private long lots(Place place) {
        boolean buy = place.where.side == Side.BUY;
        return queue(place.where)
                .subMap(Rank.of(buy, place.ticks, 0), Rank.of(buy, place.ticks, Long.MAX_VALUE))
                .values()
                .stream()
                .mapToLong(order -> order.open)
                .sum();
    }

    private void checkNotCrossed(Instrument instrument) {
        Map.Entry<Rank, SeenOrder> bid =
                queue(new Where(instrument.symbol(), Side.BUY)).firstEntry();
        Map.Entry<Rank, SeenOrder> ask =
                queue(new Where(instrument.symbol(), Side.SELL)).firstEntry();
        if (bid != null && ask != null) {
            long best = bid.getValue().limit();
            Must.hold(best < ask.getValue().limit(), "rule 18: the book is crossed at", new Price(best));
        }
    }

    private NavigableMap<Rank, SeenOrder> queue(Where where) {
        return queues.computeIfAbsent(where, _ -> new TreeMap<>());
    }

    private static Where where(SeenOrder order) {
        return new Where(order.instrument.symbol(), order.terms().side());
    }
}
