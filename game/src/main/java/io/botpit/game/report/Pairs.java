package io.botpit.game.report;

import io.botpit.game.PlayerId;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who traded with whom. One thread. */
final class Pairs {
    private final Marks marks;
    private final Map<Key, Pair> pairs = new LinkedHashMap<>();

    private record Key(PlayerId lower, PlayerId higher) {}

    Pairs(Marks marks) {
        this.marks = marks;
    }

    /**
     * A trade once five seconds are over.
     *
     * @param mark of its market then, in ticks
     */
    void judge(Deal deal, long mark) {
        BigInteger toBuyer = marks.worth(deal.market(), deal.lots(), mark - deal.ticks());
        BigInteger notional = marks.worth(deal.market(), deal.lots(), deal.ticks());
        pair(deal.buyer(), deal.seller()).judge(deal, toBuyer, notional);
    }

    Collection<Pair> all() {
        return pairs.values();
    }

    private Pair pair(Bot one, Bot other) {
        boolean inOrder = one.id().compareTo(other.id()) < 0;
        Bot lower = inOrder ? one : other;
        Bot higher = inOrder ? other : one;
        return pairs.computeIfAbsent(new Key(lower.id(), higher.id()), _ -> new Pair(lower, higher, marks.markets()));
    }
}
