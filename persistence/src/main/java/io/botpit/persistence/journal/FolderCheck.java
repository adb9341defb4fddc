package io.botpit.persistence.journal;

import io.botpit.game.GameId;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks the journals of a folder, each by itself, and the games against the lobby. Whatever is wrong with one is in its
 * report. A server may be running meanwhile. For one thread.
 */
public final class FolderCheck {
    private static final String LOBBY = "lobby";

    private final Path folder;
    private final Map<Long, GameId> ratedSeeds = new HashMap<>();
    /** As it was read last; null where it was not read, or is not sound. */
    private @Nullable LobbyAudit lobby;

    private FolderCheck(Path folder) {
        this.folder = folder;
    }

    /** Nothing is checked yet. */
    public static FolderCheck of(Path folder) {
        return new FolderCheck(folder);
    }

    /** Checks the journal of accounts and games; if it is sound, games are held against it from now on. */
    public JournalReport lobby() {
        try {
            LobbyAudit audit = new LobbyAudit(folder);
            JournalFault fault = audit.fault();
            lobby = fault == null ? audit : null;
            JournalEnd end = audit.contents().end();
            int records = audit.contents().records().size();
            return new JournalReport(LOBBY, records, 0, null, end.chain(), end.tornBytes(), fault);
        } catch (JournalDamaged damaged) {
            return unreadableLobby(damaged.fault());
        } catch (UncheckedIOException e) {
            return unreadableLobby(JournalCheck.unreadable(e));
        }
    }

    /**
     * Checks the journal of a game.
     *
     * @param progress is told the sequence of every command
     */
    public JournalReport game(GameId game, LongConsumer progress) {
        LobbyAudit known = lobby;
        JournalCheck check = new JournalCheck(game, progress);
        JournalFault fault = check.firstFault(folder);
        if (fault == null && check.ratedSeed().isPresent()) {
            GameId first = ratedSeeds.putIfAbsent(check.ratedSeed().getAsLong(), game);
            fault = first == null || first.equals(game)
                    ? null
                    : check.invariant("rule 50: it has the seed of game " + first + ", and both are rated");
        }
        if (fault != null || known == null) {
            return check.report(fault);
        }
        // Read before the game: what ended since then is no contradiction.
        boolean finished = known.isFinished(game);
        fault = check.againstLobby(known, finished);
        if (fault != null) {
            // A server that is running may have opened the game and let players in since.
            LobbyAudit now = new LobbyAudit(folder);
            lobby = now;
            fault = check.againstLobby(now, finished);
        }
        return check.report(fault);
    }

    private static JournalReport unreadableLobby(JournalFault fault) {
        return new JournalReport(LOBBY, 0, 0, null, Chain.START, 0, fault);
    }
}
