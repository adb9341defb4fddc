package io.botpit.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Holds rows of a table against those that should be there, a stretch of numbers at a time: the first number in the
 * primary key, such as that of the order or of the player. A table without one has a few rows for each game only, and
 * is compared at once. No order of text is relied on, which is another one in each database. Stateless.
 */
record RowCompare(Table<?> table, Condition which) {
    /** Stands for the whole row. */
    static final String ALL = "*";

    static final String NO_ROW = "no row";

    /** So many places of one table are named at most: whoever edited a column edited all of it. */
    private static final int PLACES_MAX = 10;

    /** Numbers of a stretch; each may stand in as many rows as there are sides of a trade or assets of a player. */
    static final long NUMBERS_MAX = 500;

    /** The first places that differ. */
    List<RowDifference> differences(DSLContext expected, DSLContext found) {
        List<RowDifference> differences = new ArrayList<>();
        number().ifPresentOrElse(
                        number -> addStretches(number, new Sides(expected, found), differences),
                        () -> addAll(rows(expected, which), rows(found, which), differences));
        return List.copyOf(differences.subList(0, Math.min(PLACES_MAX, differences.size())));
    }

    private record Sides(DSLContext expected, DSLContext found) {}

    private void addStretches(Field<Long> number, Sides sides, List<RowDifference> differences) {
        Long from = next(number, sides, number.isNotNull());
        while (from != null && differences.size() < PLACES_MAX) {
            long to = from > Long.MAX_VALUE - NUMBERS_MAX ? Long.MAX_VALUE : from + NUMBERS_MAX - 1;
            Condition stretch = which.and(number.between(from, to));
            addAll(rows(sides.expected, stretch), rows(sides.found, stretch), differences);
            from = next(number, sides, number.gt(to));
        }
    }

    /** The primary key of a row, in words. */
    static String key(Table<?> table, Record row) {
        return keyOf(table).getFields().stream()
                .map(field -> field.getName() + "=" + row.get(field))
                .collect(Collectors.joining(" "));
    }

    private Optional<Field<Long>> number() {
        return keyOf(table).getFields().stream()
                .filter(field -> field.getDataType().isInteger())
                .findFirst()
                .map(field -> field.coerce(Long.class));
    }

    private @Nullable Long next(Field<Long> number, Sides sides, Condition behind) {
        Long wanted = first(sides.expected, number, behind);
        Long there = first(sides.found, number, behind);
        if (wanted == null || there == null) {
            return wanted == null ? there : wanted;
        }
        return Math.min(wanted, there);
    }

    private @Nullable Long first(DSLContext sql, Field<Long> number, Condition behind) {
        // Not as a minimum: H2 would look at every number that is left. In the order of the index it looks at one.
        return sql.select(number)
                .from(table)
                .where(which.and(behind))
                .orderBy(keyOf(table).getFields())
                .limit(1)
                .fetchOne(number);
    }

    private Map<String, Record> rows(DSLContext sql, Condition condition) {
        Map<String, Record> byKey = new LinkedHashMap<>();
        sql.selectFrom(table).where(condition).forEach(row -> byKey.put(key(table, row), row));
        return byKey;
    }

    private void addAll(Map<String, Record> expected, Map<String, Record> found, List<RowDifference> differences) {
        Set<String> keys = new LinkedHashSet<>(expected.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            Record wanted = expected.get(key);
            Record there = found.get(key);
            if (wanted == null || there == null) {
                differences.add(new RowDifference(table.getName(), key, ALL, text(wanted), text(there)));
            } else {
                addColumns(key, new Pair(wanted, there), differences);
            }
        }
    }

    private record Pair(Record wanted, Record there) {}

    private void addColumns(String key, Pair rows, List<RowDifference> differences) {
        for (Field<?> field : table.fields()) {
            Object wanted = rows.wanted.get(field);
            Object there = rows.there.get(field);
            if (!Objects.equals(wanted, there)) {
                differences.add(new RowDifference(
                        table.getName(), key, field.getName(), String.valueOf(wanted), String.valueOf(there)));
            }
        }
    }

    private static UniqueKey<?> keyOf(Table<?> table) {
        UniqueKey<?> key = table.getPrimaryKey();
        if (key == null) {
            throw new IllegalStateException("table " + table.getName() + " has no primary key");
        }
        return key;
    }

    private static String text(@Nullable Record row) {
        return row == null ? NO_ROW : row.intoList().toString();
    }
}
