package io.botpit.simulation.crash;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Fill;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.Intent;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderStatus;
import io.botpit.game.OrderView;
import io.botpit.game.Side;
import io.botpit.game.money.Instrument;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Rebuilt;
import io.botpit.persistence.journal.Replay;
import io.botpit.persistence.journal.Shelf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a journal says about a game, replayed here and not in the server. For one thread. */
final class Truth {
    /** How a contradiction begins that means: this was acknowledged, and it is gone. */
    static final String LOST = "lost: ";

    private final Map<Integer, String> names = new HashMap<>();
    private final Map<String, Map<String, List<OrderView>>> orders = new HashMap<>();
    private final Map<String, List<Fill>> fills = new HashMap<>();
    private final GamePhase phase;
    private final Instrument instrument;
    private @Nullable Committed last;

    private Truth(JournalReader journal) {
        instrument = journal.head().rules().firstInstrument();
        Rebuilt rebuilt = Replay.rebuild(journal, this::hear);
        rebuilt.game().audit();
        phase = rebuilt.game().phase();
    }

    static Truth read(Shelf shelf, GameId game) {
        Journals journals = new Journals(shelf);
        if (!journals.exists(game)) {
            throw new IllegalStateException(LOST + "game " + game + " with all that happened in it");
        }
        try (JournalReader journal = journals.read(game)) {
            return new Truth(journal);
        }
    }

    boolean isOver() {
        return phase == GamePhase.ENDED;
    }

    boolean has(String owner, String clientId) {
        return !history(owner, clientId).isEmpty();
    }

    /** The sender and the client order id of the last command, if that is an order at which nobody else was touched. */
    Optional<Map.Entry<String, String>> lastLonelyOrder() {
        if (last != null
                && last.command().value() instanceof Command.PlayerCommand(var player, Intent.PlaceOrder order)
                && order.clientId() != null
                && last.events().stream().noneMatch(Event.Filled.class::isInstance)) {
            return Optional.of(Map.entry(name(player.number()), order.clientId().text()));
        }
        return Optional.empty();
    }

    /** What a trader was told and the journal does not know, or knows otherwise. */
    List<String> contradictions(Notes notes) {
        List<String> found = new ArrayList<>();
        String owner = notes.owner();
        notes.placed().forEach((id, data) -> checkPlaced(owner, id, data, found));
        Set<String> refused = notes.refused();
        for (Wish order : notes.orders()) {
            long placed = history(owner, order.clientId()).stream()
                    .map(OrderView::id)
                    .distinct()
                    .count();
            if (placed > 1) {
                found.add(owner + ": " + order.clientId() + " was placed " + placed + " times");
            }
            if (refused.contains(order.clientId()) && has(owner, order.clientId())) {
                found.add(owner + ": " + order.clientId() + " was refused, and is in the journal");
            }
        }
        for (String id : notes.cancelled()) {
            if (statusOf(owner, id) != OrderStatus.CANCELLED) {
                found.add(LOST + owner + ": cancel of " + id + " was acknowledged, the journal says "
                        + statusOf(owner, id));
            }
        }
        checkFills(owner, List.copyOf(notes.fills().values()), found);
        return found;
    }

    private void checkPlaced(String owner, String id, JsonNode data, List<String> found) {
        if (!has(owner, id)) {
            found.add(LOST + owner + ": acknowledged order " + id + " is not in the journal");
            return;
        }
        OrderView first = history(owner, id).getFirst();
        if (!sameTerms(first, data)) {
            found.add(owner + ": acknowledged was " + data + ", the journal has " + first);
        }
    }

    private boolean sameTerms(OrderView order, JsonNode data) {
        boolean buys = data.get("side").asString().startsWith("buy");
        boolean sameKind = switch (order.terms().kind()) {
            case OrderKind.Limit(var price, var size, var _) ->
                equal(data, "price", price.ticks(), instrument.priceDecimals())
                        && equal(data, "size", size.lots(), instrument.sizeDecimals());
            case OrderKind.MarketBySize(var size) -> equal(data, "amount", size.lots(), instrument.sizeDecimals());
            case OrderKind.MarketByBudget(var budget) ->
                equal(data, "amount", budget.units(), instrument.quote().decimals());
        };
        return sameKind
                && buys == (order.terms().side() == Side.BUY)
                && micros(data) == order.placedAt().micros();
    }

    /** What was told is how the journal's list begins. */
    private void checkFills(String owner, List<JsonNode> told, List<String> found) {
        List<Fill> known = fills.getOrDefault(owner, List.of());
        if (told.size() > known.size()) {
            found.add(LOST + owner + ": was told " + told.size() + " fills, the journal has " + known.size());
            return;
        }
        for (int i = 0; i < told.size(); i++) {
            Fill fill = known.get(i);
            if (!equal(told.get(i), "filled_size", fill.size().lots(), instrument.sizeDecimals())
                    || !equal(told.get(i), "price", fill.price().ticks(), instrument.priceDecimals())) {
                found.add(owner + ": fill " + i + " was told as " + told.get(i) + ", the journal has " + fill);
                return;
            }
        }
    }

    private void hear(Committed commit) {
        last = commit;
        for (Event event : commit.events()) {
            if (event instanceof Event.Admitted(var player, String name)) {
                names.put(player.number(), name);
            } else if (event instanceof Event.Accepted(OrderView order, var _)) {
                add(order);
            } else if (event instanceof Event.Completed(OrderView order, var _)) {
                add(order);
            } else if (event instanceof Event.Cancelled(OrderView order, var _, var _)) {
                add(order);
            } else if (event instanceof Event.Filled(Fill fill)) {
                fills.computeIfAbsent(name(fill.owner().number()), _ -> new ArrayList<>())
                        .add(fill);
            }
        }
    }

    private void add(OrderView order) {
        if (order.terms().clientId() != null) {
            orders.computeIfAbsent(name(order.owner().number()), _ -> new HashMap<>())
                    .computeIfAbsent(order.terms().clientId().text(), _ -> new ArrayList<>())
                    .add(order);
        }
    }

    private List<OrderView> history(String owner, String clientId) {
        return orders.getOrDefault(owner, Map.of()).getOrDefault(clientId, List.of());
    }

    private @Nullable OrderStatus statusOf(String owner, String clientId) {
        List<OrderView> history = history(owner, clientId);
        return history.isEmpty() ? null : history.getLast().progress().status();
    }

    private String name(int player) {
        return names.getOrDefault(player, "?");
    }

    private static boolean equal(JsonNode data, String field, long units, int decimals) {
        return new BigDecimal(data.get(field).asString()).compareTo(BigDecimal.valueOf(units, decimals)) == 0;
    }

    private static long micros(JsonNode data) {
        return data.get("timestamp").decimalValue().movePointRight(6).longValueExact();
    }
}
