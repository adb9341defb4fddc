package io.botpit.simulation.arena;

import io.botpit.game.Event;
import io.botpit.game.PlayerId;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What really happened, read from the journals beside a running server: every event is played again and compared with
 * the hash chain. Refusals, presence and what merely follows from other events do not count as happening.
 */
final class GameTrace {
    private final Path folder;
    private List<Effect> known = List.of();
    private long knownBytes;

    /** @param actor whose doing it is; null: nobody's */
    private record Effect(@Nullable PlayerId actor, String what) {}

    GameTrace(Path data) {
        folder = DataFolder.journalsIn(data);
    }

    /** What happened in all games and to accounts, but for the doings of some players. Any thread. */
    synchronized List<String> effects(Set<PlayerId> butOf) throws IOException {
        long bytes = bytes();
        if (bytes != knownBytes) {
            known = read();
            knownBytes = bytes;
        }
        return known.stream()
                .filter(effect -> !butOf.contains(effect.actor()))
                .map(Effect::what)
                .toList();
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private List<Effect> read() {
        List<Effect> effects = new ArrayList<>();
        LobbyJournal.readOnly(folder).forEach(record -> effects.add(new Effect(null, record.toString())));
        Journals journals = new Journals(folder);
        journals.list().forEach(game -> {
            try (JournalReader reader = journals.read(game)) {
                Replay.rebuild(
                        reader,
                        commit -> commit.events().stream()
                                .filter(GameTrace::isOwn)
                                .forEach(event -> effects.add(new Effect(actor(event), event.toString()))));
            }
        });
        return effects;
    }

    PlayerId player(String name) {
        return LobbyJournal.readOnly(folder).stream()
                .filter(record -> record instanceof LobbyRecord.AccountOpened account
                        && account.name().equals(name))
                .map(record -> ((LobbyRecord.AccountOpened) record).player())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOwn(Event event) {
        return switch (event) {
            case Event.Rejected _, Event.Overruled _, Event.Arrived _, Event.Left _ -> false;
            case Event.ReferenceMoved _,
                    Event.Repeated _,
                    Event.MarketEvent _,
                    Event.TradeEvent _,
                    Event.WalletChanged _ -> false;
            case Event.ClosingOpened _, Event.Settled _ -> true;
            case Event.Admitted _, Event.PhaseChanged _, Event.ClockMoved _, Event.Ended _ -> true;
            case Event.Frozen _, Event.ModeChanged _, Event.Announced _, Event.Accepted _, Event.Amended _ -> true;
            case Event.Completed _, Event.Cancelled _, Event.SwitchSet _, Event.Said _ -> true;
        };
    }

    private static @Nullable PlayerId actor(Event event) {
        return switch (event) {
            case Event.Admitted(var player, var _) -> player;
            case Event.Frozen(var player, var _) -> player;
            case Event.Accepted(var order, var _) -> order.owner();
            case Event.Amended(var order, var _) -> order.owner();
            case Event.Completed(var order, var _) -> order.owner();
            case Event.Cancelled(var order, var _, var _) -> order.owner();
            case Event.SwitchSet(var player, var _) -> player;
            case Event.Said(var player, var _) -> player;
            default -> null;
        };
    }
}
