package io.botpit.simulation.weather;

import io.botpit.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that clients were told and will hold the server to. */
final class Promises {
    private final Set<String> accounts = new TreeSet<>();
    private final Map<String, OfGame> games = new TreeMap<>();
    private long told;

    /** A frame that was pushed to a player, as it came. */
    record Shown(String player, String text) {}

    /** A book as a reader had it behind a sequence. */
    record Book(long seq, String symbol, Reader.Levels levels) {}

    /** What was told of one game. */
    static final class OfGame {
        final Map<String, Json> orders = new TreeMap<>();
        final Map<String, String> orderOfClientId = new TreeMap<>();
        final Set<String> cancelled = new TreeSet<>();
        final Map<Long, List<Shown>> shown = new TreeMap<>();
        final Map<Long, List<Book>> books = new TreeMap<>();
        final Set<String> players = new TreeSet<>();
    }

    OfGame of(String game) {
        return games.computeIfAbsent(game, _ -> new OfGame());
    }

    Set<String> accounts() {
        return accounts;
    }

    Map<String, OfGame> games() {
        return games;
    }

    /** How many promises there were. */
    long told() {
        return told;
    }

    void account(String name) {
        told++;
        accounts.add(name);
    }

    /**
     * An order was acknowledged.
     *
     * @param clientId with the player's name in it; empty: none
     */
    void order(String game, String clientId, Json.ObjectValue order) {
        told++;
        String id = order.get("id") instanceof Json.TextValue(var text) ? text : "?";
        Json before = of(game).orders.putIfAbsent(id, order);
        if (before != null && !before.equals(order)) {
            throw new Broken("rule 13", "order " + id + " was " + before + ", and now " + order);
        }
        if (clientId.isEmpty()) {
            if (before != null) {
                throw new Broken("rule 13", "order " + id + " was the answer to two requests");
            }
            return;
        }
        String known = of(game).orderOfClientId.putIfAbsent(clientId, id);
        if (known != null && !known.equals(id)) {
            throw new Broken("rule 13", clientId + " was order " + known + ", and now " + id);
        }
    }

    void cancelled(String game, String id) {
        told++;
        of(game).cancelled.add(id);
    }

    void shown(String game, long seq, Shown frame) {
        told++;
        of(game).shown.computeIfAbsent(seq, _ -> new ArrayList<>()).add(frame);
    }

    void book(String game, Book book) {
        told++;
        of(game).books.computeIfAbsent(book.seq(), _ -> new ArrayList<>()).add(book);
    }
}
