package io.botpit.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Holds the rows of a table against those that should be there. Stateless. */
final class RowCompare {
    /** Stands for the whole row. */
    static final String ALL = "*";

    static final String NO_ROW = "no row";

    /** So many places of one table are named at most: whoever edited a column edited all of it. */
    private static final int PLACES_MAX = 10;

    private RowCompare() {}

    /** Rows by their primary key, in words. */
    static Map<String, Record> byKey(Table<?> table, Result<? extends Record> rows) {
        Map<String, Record> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(key(table, row), row));
        return byKey;
    }

    static String key(Table<?> table, Record row) {
        UniqueKey<?> key = table.getPrimaryKey();
        if (key == null) {
            throw new IllegalStateException("table " + table.getName() + " has no primary key");
        }
        return key.getFields().stream()
                .map(field -> field.getName() + "=" + row.get(field))
                .collect(Collectors.joining(" "));
    }

    /** The first places that differ. */
    static List<RowDifference> of(Table<?> table, Map<String, Record> expected, Map<String, Record> found) {
        List<RowDifference> differences = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(expected.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            Record wanted = expected.get(key);
            Record there = found.get(key);
            if (wanted == null || there == null) {
                differences.add(new RowDifference(table.getName(), key, ALL, text(wanted), text(there)));
            } else {
                addColumns(new Pair(table, key, wanted, there), differences);
            }
            if (differences.size() >= PLACES_MAX) {
                return differences.subList(0, PLACES_MAX);
            }
        }
        return differences;
    }

    private record Pair(Table<?> table, String key, Record wanted, Record there) {}

    private static void addColumns(Pair pair, List<RowDifference> differences) {
        for (Field<?> field : pair.table.fields()) {
            Object wanted = pair.wanted.get(field);
            Object there = pair.there.get(field);
            if (!Objects.equals(wanted, there)) {
                differences.add(new RowDifference(
                        pair.table.getName(),
                        pair.key,
                        field.getName(),
                        String.valueOf(wanted),
                        String.valueOf(there)));
            }
        }
    }

    private static String text(@Nullable Record row) {
        return row == null ? NO_ROW : row.intoList().toString();
    }
}
