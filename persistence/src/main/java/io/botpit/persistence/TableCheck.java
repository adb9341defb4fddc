package io.botpit.persistence;

import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Replay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.TableField;

/**
 * Compares the tables of games with their journals, row for row: plays each game again into tables in memory, as far as
 * the real ones are. Reads only. For one thread, while no {@link Projector} runs.
 */
public final class TableCheck {
    private final Database database;
    private final Journals journals;

    public TableCheck(Database database, Journals journals) {
        this.database = database;
        this.journals = journals;
    }

    /**
     * What differs, in words; nothing if the tables say what the journal says. Tables that are merely behind do not
     * differ. Throws what {@link Replay#rebuild} throws.
     */
    public List<String> differences(GameId game) {
        long projected = new Projection(database.sql()).lastSequence(game);
        if (projected < 0) {
            return List.of();
        }
        try (Database memory = Database.inMemory("check-" + game)) {
            long played = play(game, projected, new Projection(memory.sql()));
            if (played < projected) {
                return List.of("game " + game + ": the tables are at sequence " + projected + ", the journal ends at "
                        + played);
            }
            List<String> differences = new ArrayList<>();
            for (TableField<?, String> id : Projection.TABLES) {
                compare(id, rows(memory.sql(), id, game), rows(database.sql(), id, game), differences);
            }
            return differences;
        }
    }

    private long play(GameId game, long until, Projection projection) {
        try (JournalReader reader = journals.read(game)) {
            var head = reader.head();
            List<Committed> batch = new ArrayList<>();
            Replay.rebuild(reader, committed -> {
                if (committed.command().sequence() <= until) {
                    batch.add(committed);
                }
                if (batch.size() == Rows.ROWS_PER_STATEMENT_MAX) {
                    projection.project(head, batch);
                    batch.clear();
                }
            });
            projection.project(head, batch);
        }
        return projection.lastSequence(game);
    }

    private static void compare(
            TableField<?, String> id, List<String> expected, List<String> found, List<String> differences) {
        Set<String> missing = new LinkedHashSet<>(expected);
        found.forEach(missing::remove);
        Set<String> surplus = new LinkedHashSet<>(found);
        expected.forEach(surplus::remove);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            differences.add("table " + id.getTable() + ": " + missing.size() + " rows are missing, such as "
                    + missing.stream().findFirst().orElse("none") + ", " + surplus.size()
                    + " should not be there, such as "
                    + surplus.stream().findFirst().orElse("none"));
        }
    }

    private static List<String> rows(DSLContext sql, TableField<?, String> id, GameId game) {
        var table = id.getTable();
        if (table == null) {
            return List.of();
        }
        return sql.selectFrom(table)
                .where(id.eq(game.text()))
                .fetch(row -> row.intoList().toString());
    }
}
