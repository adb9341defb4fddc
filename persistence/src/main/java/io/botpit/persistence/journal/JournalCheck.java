package io.botpit.persistence.journal;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import io.botpit.game.audit.GameAudit;
import io.botpit.game.control.GameController;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks the journal of a game without touching it: checksums, sequence, the chain over commands and events, the
 * engine's own invariants by replaying every command, and those of a second opinion that shares no code with it. A server may be
 * running meanwhile. For one thread.
 */
final class JournalCheck {
    private final GameId game;
    private final LongConsumer progress;
    private final Map<PlayerId, String> players = new TreeMap<>();
    private String title = "";
    private Optional<String> commitment = Optional.empty();
    private OptionalLong ratedSeed = OptionalLong.empty();
    /** Of the command that is checked next, until all are; then of the last one. */
    private long sequence = 1;

    private long offset = Layout.FILE_HEADER_BYTES;
    private long commands;
    private long events;
    private long tornBytes;
    private @Nullable GamePhase phase;
    private Chain chain = Chain.START;

    /** @param progress is told the sequence of every command */
    JournalCheck(GameId game, LongConsumer progress) {
        this.game = game;
        this.progress = progress;
    }

    /** What is wrong with the journal by itself; null: nothing. */
    @Nullable
    JournalFault firstFault(Path folder) {
        try (JournalReader reader = new Journals(folder).read(game)) {
            try {
                replay(reader);
                return null;
            } catch (InvariantBroken broken) {
                return invariant(String.valueOf(broken.getMessage()));
            }
        } catch (JournalDamaged damaged) {
            return damaged.fault();
        } catch (ReplayDiffers differs) {
            return differs.fault();
        } catch (BehaviorUnknown unknown) {
            return new JournalFault(
                    JournalFault.Kind.UNKNOWN_BEHAVIOR,
                    0,
                    Layout.FILE_HEADER_BYTES,
                    String.valueOf(unknown.getMessage()));
        } catch (UncheckedIOException e) {
            return unreadable(e);
        }
    }

    private void replay(JournalReader reader) {
        JournalHead head = reader.head();
        title = head.title();
        commitment = head.commitment();
        ratedSeed = head.rules().entry().rated() ? OptionalLong.of(head.rules().seed()) : OptionalLong.empty();
        GameController controller = Replay.controllerFor(head);
        GameAudit audit = new GameAudit(head.rules());
        JournalEnd end = Replay.runRecords(reader, controller::apply, (entry, committed) -> {
            audit.record(committed.command(), committed.events());
            count(entry, committed);
        });
        sequence = end.sequence();
        controller.audit();
        audit.end();
        phase = controller.phase();
        tornBytes = end.tornBytes();
        chain = end.chain();
    }

    private void count(JournalReader.Entry entry, Committed committed) {
        commands++;
        events += committed.events().size();
        for (Event event : committed.events()) {
            if (event instanceof Event.Admitted(var player, var name)) {
                players.put(player, name);
            }
        }
        sequence = committed.command().sequence() + 1;
        offset = entry.end();
        progress.accept(commands);
    }

    /**
     * Where the game and the lobby contradict each other; null: nowhere.
     *
     * @param finished what a lobby that was read before the game says of its end
     */
    @Nullable
    JournalFault againstLobby(LobbyAudit lobby, boolean finished) {
        String opened = lobby.title(game);
        if (opened == null || !opened.equals(title)) {
            return new JournalFault(
                    JournalFault.Kind.INVARIANT,
                    0,
                    Layout.FILE_HEADER_BYTES,
                    "the lobby knows another game under this id",
                    String.valueOf(opened),
                    title);
        }
        if (!commitment.equals(lobby.commitment(game))) {
            return new JournalFault(
                    JournalFault.Kind.INVARIANT,
                    0,
                    Layout.FILE_HEADER_BYTES,
                    "rule 50: the seed is not the one that was committed to",
                    lobby.commitment(game).orElse("none"),
                    commitment.orElse("none"));
        }
        for (Map.Entry<PlayerId, String> player : players.entrySet()) {
            String name = lobby.name(player.getKey());
            if (!player.getValue().equals(name)) {
                return invariant("rule 42: player " + player.getKey().number() + " is called " + player.getValue()
                        + " here, and in the lobby " + name);
            }
        }
        return finished && phase != GamePhase.ENDED
                ? invariant("rule 37: the lobby has closed the game, which is " + phase
                        + "; if this is a copy, the game ended while it was made: a server goes on with it")
                : null;
    }

    /** The seed of a game that is rated. */
    OptionalLong ratedSeed() {
        return ratedSeed;
    }

    JournalFault invariant(String what) {
        return new JournalFault(JournalFault.Kind.INVARIANT, sequence, offset, what);
    }

    static JournalFault unreadable(UncheckedIOException e) {
        return new JournalFault(JournalFault.Kind.UNREADABLE, 0, 0, String.valueOf(e.getMessage()));
    }

    JournalReport report(@Nullable JournalFault fault) {
        return new JournalReport(game.text(), commands, events, fault == null ? phase : null, chain, tornBytes, fault);
    }
}
