package io.botpit.persistence;

import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.Shelf;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of the lobby: accounts, the list of games, what bots said of themselves. A record is written once, and none
 * without those before it: a game's number in the list is its place there. For one thread.
 */
final class LobbyTables {
    private static final long UNKNOWN = -1;

    private final Shelf shelf;
    private final Accounts accounts;
    private final Listing listing;
    private long reached = UNKNOWN;

    LobbyTables(Database database, Shelf shelf) {
        this.shelf = shelf;
        this.accounts = new Accounts(database.sql());
        this.listing = new Listing(database.sql());
    }

    /** @param sequence of the record in the lobby's journal */
    record Entry(long sequence, LobbyRecord record) {}

    /**
     * Writes records that are in the journal; those that the tables have are let go.
     *
     * @return false, and nothing was written, if some before them are missing or it is not known: {@link #read} then
     */
    boolean project(List<Entry> entries) {
        long from = reached;
        List<LobbyRecord> next = new ArrayList<>();
        for (Entry entry : entries) {
            if (from == UNKNOWN || entry.sequence > from + next.size() + 1) {
                return false;
            }
            if (entry.sequence == from + next.size() + 1) {
                next.add(entry.record);
            }
        }
        write(from + next.size(), () -> {
            accounts.project(next);
            listing.project(next);
        });
        return true;
    }

    /** Writes what the journal has in place of all that the tables have. */
    void read() {
        List<LobbyRecord> all = LobbyJournal.readOnly(shelf);
        write(all.size(), () -> {
            accounts.replace(all);
            listing.replace(all);
        });
    }

    /** What failed half-way is read again as a whole. */
    private void write(long last, Runnable statements) {
        reached = UNKNOWN;
        statements.run();
        reached = last;
    }
}
