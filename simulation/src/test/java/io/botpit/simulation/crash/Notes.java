package io.botpit.simulation.crash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What one trader wished and was told in one game, over all lives of the server. For one thread at a time. */
final class Notes {
    private final String owner;
    private final Map<String, JsonNode> placed = new LinkedHashMap<>();
    private final List<Wish> orders = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> cancelled = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, JsonNode> fills = new LinkedHashMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private List<Wish> sinceStart = new ArrayList<>();

    Notes(String owner) {
        this.owner = owner;
    }

    String owner() {
        return owner;
    }

    /** The acknowledged orders: the data of the first reply, by client order id. */
    Map<String, JsonNode> placed() {
        return placed;
    }

    /** Orders that were wished for, each client order id once. */
    List<Wish> orders() {
        return orders;
    }

    /** Client order ids of orders whose cancel was acknowledged. */
    Set<String> cancelled() {
        return cancelled;
    }

    /** Client order ids that were only ever refused, and are not on their way once more. */
    Set<String> refused() {
        Set<String> forGood = new HashSet<>(refused);
        sinceStart.stream().filter(wish -> wish.answer().isMissing()).forEach(wish -> forGood.remove(wish.clientId()));
        return forGood;
    }

    /** In the order in which they were told, by fill id. */
    Map<String, JsonNode> fills() {
        return fills;
    }

    /** Wishes since the server was started. */
    List<Wish> sinceStart() {
        return sinceStart;
    }

    /** Where replies do not go together, once. */
    List<String> takeContradictions() {
        List<String> taken = List.copyOf(contradictions);
        contradictions.clear();
        return taken;
    }

    void serverStarted() {
        sinceStart = new ArrayList<>();
    }

    /** Before it is sent. */
    void wish(Wish wish) {
        sinceStart.add(wish);
        if (!wish.isCancel() && ids.add(wish.clientId())) {
            orders.add(wish);
        }
    }

    void answered(Wish wish, JsonNode reply) {
        wish.answer().put(reply);
        if (wish.isCancel()) {
            cancelAnswered(wish);
        } else {
            orderAnswered(wish, reply);
        }
    }

    void pushed(JsonNode frame) {
        if (frame.get("type").asString().equals("fills")) {
            fills(frame.get("fills"));
        }
    }

    /** More of them, in their order; known ones are no news. */
    void fills(JsonNode more) {
        more.forEach(fill -> fills.putIfAbsent(fill.get("fill_id").asString(), fill));
    }

    /** A fill that was told before has not changed since; a push knows more of it than the list. */
    void checkFill(JsonNode now) {
        JsonNode told = fills.get(now.get("fill_id").asString());
        if (told != null
                && !now.properties().stream().allMatch(e -> e.getValue().equals(told.get(e.getKey())))) {
            contradict("told was " + told + ", now it is " + now);
        }
    }

    void contradict(String what) {
        contradictions.add(owner + ": " + what);
    }

    private void cancelAnswered(Wish wish) {
        if (wish.answer().granted() && !cancelled.add(wish.clientId())) {
            contradict("cancelled twice: " + wish.clientId());
        }
    }

    private void orderAnswered(Wish wish, JsonNode reply) {
        String id = wish.clientId();
        JsonNode first = placed.get(id);
        if (first == null) {
            if (wish.answer().granted()) {
                placed.put(id, reply.get("data"));
                refused.remove(id);
            } else {
                refused.add(id);
            }
        } else if (!wish.answer().repeated() || !reply.get("data").equals(first)) {
            contradict("acknowledged as " + first + ", sent again the answer is " + reply);
        }
    }
}
