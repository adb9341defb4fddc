package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.LISTED;
import static io.botpit.persistence.jooq.Tables.PLAYER;
import static io.botpit.persistence.jooq.Tables.RATING_CHANGE;
import static io.botpit.persistence.jooq.Tables.RESULT;

import io.botpit.game.GameId;
import io.botpit.game.rating.Foretold;
import io.botpit.game.rating.Foretold.Seated;
import io.botpit.game.rating.Rating;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Compares places with what the ratings before the games foretold. Any thread. */
public final class Surprises {
    static final int GAMES_MAX = 20;

    private final DSLContext sql;

    Surprises(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Of the bots that were rated in a game, best first; none if it does not count, or not yet.
     *
     * @throws TablesUnreadable while the database does not answer, after ten seconds at most
     */
    public List<Surprise> of(GameId game) {
        try {
            return known(game);
        } catch (DataAccessException e) {
            throw new TablesUnreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private List<Surprise> known(GameId game) {
        Integer number = sql.select(LISTED.NUMBER)
                .from(LISTED)
                .where(LISTED.GAME_ID.eq(game.text()))
                .fetchOne(LISTED.NUMBER);
        if (number == null) {
            return List.of();
        }
        Map<Integer, List<Integer>> newest = new LinkedHashMap<>();
        Set<Integer> all = new LinkedHashSet<>();
        sql.select(RATING_CHANGE.PLAYER_ID, RATING_CHANGE.POOL)
                .from(RATING_CHANGE)
                .where(RATING_CHANGE.LISTED.eq(number))
                .forEach(row -> newest.put(row.value1(), newest(row.value1(), row.value2(), number)));
        newest.values().forEach(all::addAll);
        Map<Integer, Map<Integer, Row>> tables = tables(all);
        List<Surprise> surprises = new ArrayList<>();
        tables.getOrDefault(number, Map.of()).forEach((player, row) -> {
            List<Foretold> games = newest.getOrDefault(player, List.of()).stream()
                    .map(tables::get)
                    .filter(table -> table != null && table.size() > 1)
                    .map(table -> foretold(player, table))
                    .toList();
            if (!games.isEmpty()) {
                surprises.add(new Surprise(row.name(), games.getFirst(), games.size(), Foretold.surprise(games)));
            }
        });
        return surprises;
    }

    /** One who was rated in a game. */
    private record Row(String name, Seated seated) {}

    /** Numbers of games in the list, the newest first. */
    private List<Integer> newest(int player, String pool, int until) {
        return sql.select(RATING_CHANGE.LISTED)
                .from(RATING_CHANGE)
                .where(RATING_CHANGE.PLAYER_ID.eq(player))
                .and(RATING_CHANGE.POOL.eq(pool))
                .and(RATING_CHANGE.LISTED.le(until))
                .orderBy(RATING_CHANGE.LISTED.desc())
                .limit(GAMES_MAX)
                .fetch(RATING_CHANGE.LISTED);
    }

    /** By number and player, in the order of the places. */
    private Map<Integer, Map<Integer, Row>> tables(Collection<Integer> numbers) {
        Map<Integer, Map<Integer, Row>> tables = new LinkedHashMap<>();
        sql.select(RATING_CHANGE.LISTED, RATING_CHANGE.PLAYER_ID, PLAYER.NAME, RESULT.PLACE)
                .select(RATING_CHANGE.VALUE_BEFORE, RATING_CHANGE.DEVIATION_BEFORE, RATING_CHANGE.VOLATILITY_BEFORE)
                .from(RATING_CHANGE)
                .join(RESULT)
                .on(RESULT.GAME_ID.eq(RATING_CHANGE.GAME_ID))
                .and(RESULT.PLAYER_ID.eq(RATING_CHANGE.PLAYER_ID))
                .join(PLAYER)
                .on(PLAYER.ID.eq(RATING_CHANGE.PLAYER_ID))
                .where(RATING_CHANGE.LISTED.in(numbers))
                .orderBy(RATING_CHANGE.LISTED, RESULT.PLACE, RATING_CHANGE.PLAYER_ID)
                .forEach(row -> {
                    Rating before = new Rating(
                            row.get(RATING_CHANGE.VALUE_BEFORE),
                            row.get(RATING_CHANGE.DEVIATION_BEFORE),
                            row.get(RATING_CHANGE.VOLATILITY_BEFORE));
                    tables.computeIfAbsent(row.get(RATING_CHANGE.LISTED), _ -> new LinkedHashMap<>())
                            .put(
                                    row.get(RATING_CHANGE.PLAYER_ID),
                                    new Row(row.get(PLAYER.NAME), new Seated(before, row.get(RESULT.PLACE))));
                });
        return tables;
    }

    private static Foretold foretold(int player, Map<Integer, Row> table) {
        List<Seated> others = new ArrayList<>();
        table.forEach((other, row) -> {
            if (other != player) {
                others.add(row.seated());
            }
        });
        Row own = table.get(player);
        if (own == null) {
            throw new IllegalStateException("player " + player + " is not in its own game");
        }
        return Foretold.of(own.seated(), others);
    }
}
