package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.BOT_VERSION;
import static io.botpit.persistence.jooq.Tables.LISTED;
import static io.botpit.persistence.jooq.Tables.PLAYER;
import static io.botpit.persistence.jooq.Tables.PROJECTION;

import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.Replay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * Compares the tables with the journals, row for row: plays each game again into tables of its own, as far as the real
 * ones are. Writes nothing but those, in a folder for temporary files that is gone at the end and needs about as
 * much room as the tables of the largest game. In memory are the state of one game and a few thousand rows at a time, however many
 * there are. For one thread, while no {@link Projector} runs.
 */
public final class TableCheck {
    private final Database database;
    private final Path journals;

    /** @param journals the folder of the journals */
    public TableCheck(Database database, Path journals) {
        this.database = database;
        this.journals = journals;
    }

    /** What differs, the first places of each table; nothing if the tables say what the journals say. */
    public List<RowDifference> differences() {
        List<RowDifference> differences = new ArrayList<>();
        List<String> known = new ArrayList<>();
        try (ScratchDatabase scratch = ScratchDatabase.open()) {
            differences.addAll(lobby(scratch.database()));
            for (GameId game : new Journals(journals).list()) {
                known.add(game.text());
                differences.addAll(differences(game, scratch.database()));
            }
        }
        for (Record stray : database.sql()
                .selectFrom(PROJECTION)
                .where(PROJECTION.GAME_ID.notIn(known))
                .fetch()) {
            differences.add(new RowDifference(
                    PROJECTION.getName(),
                    RowCompare.key(PROJECTION, stray),
                    RowCompare.ALL,
                    RowCompare.NO_ROW,
                    stray.intoList().toString()));
        }
        return differences;
    }

    private List<RowDifference> lobby(Database scratch) {
        List<LobbyRecord> records = LobbyJournal.readOnly(journals);
        new Accounts(scratch.sql()).replace(records);
        new Listing(scratch.sql()).replace(records);
        return Stream.of(PLAYER, LISTED, BOT_VERSION)
                .flatMap(table -> compare(scratch, table, DSL.noCondition()).stream())
                .filter(difference -> !isBehind(difference))
                .toList();
    }

    /** The last records are merely not in the tables yet; the next start writes them. */
    private static boolean isBehind(RowDifference difference) {
        boolean annulment = difference.column().equals(LISTED.ANNULLED.getName())
                && difference.expected().equals(String.valueOf(true));
        return annulment || difference.found().equals(RowCompare.NO_ROW);
    }

    /** The same of one game. Tables that are merely behind do not differ. Throws what {@link Replay#rebuild} throws. */
    private List<RowDifference> differences(GameId game, Database scratch) {
        long projected = new Projection(database.sql()).lastSequence(game);
        if (projected < 0) {
            return List.of();
        }
        Projection expected = new Projection(scratch.sql());
        long played = play(game, projected, expected);
        if (played < projected) {
            return List.of(new RowDifference(
                    PROJECTION.getName(),
                    PROJECTION.GAME_ID.getName() + "=" + game,
                    PROJECTION.LAST_SEQ.getName(),
                    String.valueOf(played),
                    String.valueOf(projected)));
        }
        List<RowDifference> differences = new ArrayList<>();
        for (TableField<?, String> id : Projection.TABLES) {
            Table<?> table = id.getTable();
            if (table != null) {
                differences.addAll(compare(scratch, table, id.eq(game.text())));
            }
        }
        // The rows of the next game take their room.
        expected.forget(game);
        return differences;
    }

    private List<RowDifference> compare(Database expected, Table<?> table, Condition which) {
        return new RowCompare(table, which).differences(expected.sql(), database.sql());
    }

    private long play(GameId game, long until, Projection projection) {
        try (JournalReader reader = new Journals(journals).read(game)) {
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
}
