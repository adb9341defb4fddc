package io.botpit.simulation.weather;

import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.persistence.journal.JournalDamaged;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.ReplayDiffers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what the server said with what its disk has. */
final class Inspector {
    private final Disk disk;
    private final Witness witness;
    private final Promises promises;
    private final Trace trace;

    Inspector(Disk disk, Witness witness, Promises promises, Trace trace) {
        this.disk = disk;
        this.witness = witness;
        this.promises = promises;
        this.trace = trace;
    }

    /** A frame leaves the server: what it tells has to be in the journal by now. */
    void shown(@Nullable String game, String frame) {
        int at = frame.indexOf("\"seq\": ");
        if (at < 0 || game == null) {
            return;
        }
        int from = at + 7;
        int to = from;
        while (Character.isDigit(frame.charAt(to))) {
            to++;
        }
        long sequence = Long.parseLong(frame.substring(from, to));
        long stored = disk.lastSequence(game + ".journal");
        if (sequence > stored) {
            throw new Broken("rule 28", "the journal of " + game + " ends at " + stored + " when it shows " + frame);
        }
    }

    /** Everything that was told must be on the disk. */
    void audit() {
        try {
            auditAll();
        } catch (JournalDamaged damage) {
            throw new Broken("rule 33", String.valueOf(damage.getMessage()));
        } catch (ReplayDiffers differs) {
            throw new Broken("rule 31", String.valueOf(differs.getMessage()));
        }
    }

    private void auditAll() {
        List<LobbyRecord> records = LobbyJournal.readOnly(disk);
        List<LobbyRecord> told = witness.records();
        if (records.size() < told.size() || !records.containsAll(told)) {
            throw new Broken("rule 32", "the lobby stored " + told + ", its journal has " + records);
        }
        Chronicle.Roll roll = roll(records);
        promises.accounts().stream()
                .filter(name -> !roll.ids().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Broken("rule 32", "the account of " + name + " is gone");
                });
        for (LobbyRecord entry : records) {
            if (entry instanceof LobbyRecord.GameOpened opened && disk.holds(opened.game() + ".journal")) {
                audit(opened.game(), roll);
            }
        }
    }

    private void audit(GameId game, Chronicle.Roll roll) {
        List<Committed> journal = Chronicle.check(disk, game.text(), roll, promises.of(game.text()));
        for (Committed stored : witness.stored().getOrDefault(game.text(), List.of())) {
            long sequence = stored.command().sequence();
            if (sequence > journal.size() || !stored.equals(journal.get((int) sequence - 1))) {
                throw new Broken(
                        "rule 32", "stored was " + stored + ", the journal has " + journal.size() + " commands");
            }
        }
        trace.add(journal.size(), game.text());
    }

    private static Chronicle.Roll roll(List<LobbyRecord> records) {
        Map<String, PlayerId> ids = new HashMap<>();
        Map<PlayerId, String> names = new HashMap<>();
        for (LobbyRecord entry : records) {
            if (entry instanceof LobbyRecord.AccountOpened account) {
                ids.put(account.name(), account.player());
                names.put(account.player(), account.name());
            }
        }
        return new Chronicle.Roll(ids, names);
    }
}
