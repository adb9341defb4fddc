package io.botpit.game.report;

import io.botpit.game.PlayerId;
import io.botpit.game.Standing;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ranks a final table again, once for each player, with that player's trades made at the mark of five seconds later. */
final class RobustPlaces {
    private final List<Standing> table;
    private final Map<PlayerId, Map<PlayerId, BigInteger>> gains = new LinkedHashMap<>();

    RobustPlaces(List<Standing> table, Collection<Pair> pairs) {
        this.table = table;
        for (Pair pair : pairs) {
            gain(pair.first(), pair.second(), pair.amount());
            gain(pair.second(), pair.first(), pair.amount().negate());
        }
    }

    /** Of each player in the table. Which scores the table takes for equal is its own affair: what counts is who passes. */
    Map<PlayerId, RobustPlace> places() {
        Map<PlayerId, RobustPlace> places = new LinkedHashMap<>();
        table.forEach(row -> places.put(row.player(), new RobustPlace(row.place(), row.place(), null)));
        Map<PlayerId, Integer> before = placed(scores(Collections.emptyMap()));
        for (PlayerId struck : gains.keySet()) {
            Map<PlayerId, Integer> after = placed(scores(without(struck)));
            for (Standing row : table) {
                PlayerId player = row.player();
                int worse = row.place() + after.getOrDefault(player, 0) - before.getOrDefault(player, 0);
                if (!player.equals(struck)) {
                    places.computeIfPresent(
                            player,
                            (_, known) -> worse > known.worst() ? new RobustPlace(row.place(), worse, struck) : known);
                }
            }
        }
        return places;
    }

    private void gain(Bot to, Bot from, BigInteger amount) {
        gains.computeIfAbsent(from.id(), _ -> new LinkedHashMap<>()).put(to.id(), amount);
    }

    /** What everybody loses when what one player's trades moved is moved back. */
    private Map<PlayerId, BigInteger> without(PlayerId struck) {
        Map<PlayerId, BigInteger> losses = new LinkedHashMap<>(gains.getOrDefault(struck, Collections.emptyMap()));
        BigInteger all = losses.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        losses.put(struck, all.negate());
        return losses;
    }

    private Map<PlayerId, BigInteger> scores(Map<PlayerId, BigInteger> losses) {
        Map<PlayerId, BigInteger> scores = new LinkedHashMap<>();
        for (Standing row : table) {
            BigInteger loss = losses.getOrDefault(row.player(), BigInteger.ZERO);
            scores.put(row.player(), BigInteger.valueOf(row.score().units()).subtract(loss));
        }
        return scores;
    }

    private static Map<PlayerId, Integer> placed(Map<PlayerId, BigInteger> scores) {
        List<Map.Entry<PlayerId, BigInteger>> rows = new ArrayList<>(scores.entrySet());
        rows.sort(Map.Entry.<PlayerId, BigInteger>comparingByValue().reversed());
        Map<PlayerId, Integer> places = new LinkedHashMap<>();
        int place = 1;
        for (int i = 0; i < rows.size(); i++) {
            boolean tied =
                    i > 0 && rows.get(i - 1).getValue().equals(rows.get(i).getValue());
            place = tied ? place : i + 1;
            places.put(rows.get(i).getKey(), place);
        }
        return places;
    }
}
