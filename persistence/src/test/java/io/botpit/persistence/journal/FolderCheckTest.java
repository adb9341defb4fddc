package io.botpit.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.tournament.FactText;
import io.botpit.game.tournament.TournamentId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderCheckTest {
    @TempDir
    Path folder;

    @Test
    void aSoundJournalIsCounted() {
        int events = playThreeCommands();

        JournalReport report = check(Story.GAME);

        assertThat(report.fault()).isNull();
        assertThat(report.commands()).isEqualTo(3);
        assertThat(report.events()).isEqualTo(events);
        assertThat(report.phase()).isEqualTo(GamePhase.RUNNING);
    }

    @Test
    void aGameThatComesOutOtherwiseIsNamedWithItsSequence() {
        try (GameJournal journal = new Journals(folder).create(Story.HEAD, Durability.PROCESS)) {
            journal.append(List.of(new Committed(admit(1, "ann"), List.of())));

            assertThat(check(Story.GAME).fault()).satisfies(fault -> {
                assertThat(fault.kind()).isEqualTo(JournalFault.Kind.HASH);
                assertThat(fault.sequence()).isEqualTo(1);
                assertThat(fault.offset()).isPositive();
                assertThat(fault.found()).isEqualTo(journal.chain().toString());
                assertThat(fault.expected()).hasSize(64).isNotEqualTo(fault.found());
                assertThat(fault.words())
                        .startsWith("sequence 1, byte " + fault.offset() + ": the hash is not that of");
            });
        }
    }

    @Test
    void aRecordOutOfOrderIsNamedWithBoth() throws IOException {
        playThreeCommands();
        Path file = folder.resolve("g1.journal");
        byte[] bytes = Files.readAllBytes(file);
        long second = offsetOf(2);
        long third = offsetOf(3);
        ByteArrayOutputStream without = new ByteArrayOutputStream();
        without.write(bytes, 0, (int) second);
        without.write(bytes, (int) third, bytes.length - (int) third);
        Files.write(file, without.toByteArray());

        assertThat(check(Story.GAME).fault())
                .isEqualTo(new JournalFault(
                        JournalFault.Kind.DAMAGED, 2, second, "record 3 where 2 comes next", "2", "3"));
    }

    @Test
    void aDamagedJournalAndAnUnknownBehaviourAreReportedNotThrown() throws IOException {
        GameRules old = Story.HEAD.rules();
        GameRules rules = new GameRules(
                old.preset(),
                99,
                1,
                old.instruments(),
                old.grants(),
                old.entry(),
                old.schedule(),
                old.trading(),
                old.limits());
        JournalHead head = new JournalHead(new GameId("g2"), "future", GameTime.EPOCH, rules);
        new Journals(folder).create(head, Durability.PROCESS).close();
        Files.writeString(folder.resolve("lobby.journal"), "this is not a journal");

        assertThat(FolderCheck.of(folder).lobby().fault())
                .isEqualTo(new JournalFault(JournalFault.Kind.DAMAGED, 0, 0, "this is not a journal"));
        assertThat(check(new GameId("g2")).fault()).satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(JournalFault.Kind.UNKNOWN_BEHAVIOR);
            assertThat(fault.what()).contains("behaviour version 99");
        });
        assertThat(check(new GameId("g3")).fault())
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(JournalFault.Kind.UNREADABLE));
    }

    @Test
    void aGameIsHeldAgainstTheLobby() {
        playThreeCommands();
        List<LobbyRecord> right = List.of(account(1, "ann"), account(2, "bob"), opened(Story.HEAD.title()));

        assertThat(againstLobby(right)).isNull();
        assertThat(againstLobby(List.of(account(1, "ann"), account(2, "bill"), opened(Story.HEAD.title()))))
                .satisfies(fault -> assertThat(fault.what())
                        .isEqualTo("rule 42: player 2 is called bob here, and in the lobby bill"));
        assertThat(againstLobby(List.of(account(1, "ann"), account(2, "bob"), opened("another"))))
                .satisfies(fault -> assertThat(fault.expected()).isEqualTo("another"));
        assertThat(againstLobby(append(right, new LobbyRecord.GameClosed(Story.GAME, false, "over", GameTime.EPOCH))))
                .satisfies(fault -> assertThat(fault.what()).contains("rule 37", "RUNNING"));
        assertThat(againstLobby(append(right, new LobbyRecord.GameClosed(Story.GAME, true, "over", GameTime.EPOCH))))
                .isNull();
    }

    @Test
    void aPlayerWhoCameInWhileTheFolderWasCheckedIsNoContradiction() {
        playThreeCommands();
        writeLobby(List.of(account(1, "ann"), opened(Story.HEAD.title())));
        FolderCheck check = FolderCheck.of(folder);
        assertThat(check.lobby().fault()).isNull();

        writeLobby(List.of(
                account(1, "ann"),
                opened(Story.HEAD.title()),
                account(2, "bob"),
                new LobbyRecord.GameClosed(Story.GAME, false, "over", GameTime.EPOCH)));

        assertThat(check.game(Story.GAME, _ -> {}).fault()).isNull();
    }

    @Test
    void aSeedThatIsNotTheCommittedOneIsNoticed() {
        playThreeCommands();
        String other = "ab".repeat(32);

        JournalFault fault = againstLobby(List.of(
                account(1, "ann"),
                account(2, "bob"),
                new LobbyRecord.GameOpened(Story.GAME, Story.HEAD.title(), true, other, GameTime.EPOCH)));

        assertThat(fault).satisfies(found -> {
            assertThat(found.what()).contains("rule 50");
            assertThat(found.expected()).isEqualTo(other);
        });
    }

    @Test
    void aSeedOfTwoRatedGamesIsNoticed() {
        GameRules rated = Presets.named(Presets.OPEN_MARKET, 5)
                .with(new Entry(List.of(), 0, true), Story.HEAD.rules().schedule());
        for (String id : List.of("g7", "g8")) {
            JournalHead head = new JournalHead(new GameId(id), "cup", GameTime.EPOCH, "0".repeat(32), rated, null);
            new Journals(folder).create(head, Durability.PROCESS).close();
        }
        FolderCheck check = FolderCheck.of(folder);

        assertThat(check.game(new GameId("g7"), _ -> {}).fault()).isNull();
        assertThat(check.game(new GameId("g7"), _ -> {}).fault()).isNull();
        assertThat(check.game(new GameId("g8"), _ -> {}).fault())
                .satisfies(fault -> assertThat(fault.what()).contains("rule 50", "g7"));
    }

    @Test
    void anAccountOfAnOwnerWhoIsNoneIsNoticed() {
        LobbyRecord orphan = new LobbyRecord.AccountOpened(
                new PlayerId(2), "bob", false, new PlayerId(7), "0".repeat(64), GameTime.EPOCH);

        assertThat(lobbyFault(List.of(account(1, "ann"), orphan)))
                .isEqualTo("sequence 2: account 2 has an owner who is none");
    }

    @Test
    void aLobbyThatContradictsItselfIsNamedWithTheRecord() {
        LobbyRecord ann = account(1, "ann");
        GameId game = new GameId("g8");

        assertThat(lobbyFault(List.of(ann, account(1, "bob")))).isEqualTo("sequence 2: account 1 is opened twice");
        assertThat(lobbyFault(List.of(ann, account(2, "Ann")))).isEqualTo("sequence 2: the name Ann is given twice");
        assertThat(lobbyFault(List.of(ann, new LobbyRecord.TokenChanged(new PlayerId(1), "tell-me", GameTime.EPOCH))))
                .isEqualTo("sequence 2: rule 41: a secret is not stored as a hash");
        assertThat(lobbyFault(List.of(ann, new LobbyRecord.AdminActed(" ", "pause", null, GameTime.EPOCH))))
                .isEqualTo("sequence 2: rule 43: an act of the admin without a name");
        assertThat(lobbyFault(List.of(ann, announced("1"), announced("2"), announced("1"), announced("1"))))
                .isEqualTo("sequence 5: the same version is announced twice");
        assertThat(lobbyFault(List.of(ann, announced("v".repeat(41)))))
                .isEqualTo("sequence 2: a version of 41 characters");
        assertThat(lobbyFault(
                        List.of(ann, new LobbyRecord.VersionAnnounced(new PlayerId(1), "1", true, GameTime.EPOCH))))
                .isEqualTo("sequence 2: a version is wrongly noted as announced in a tournament");
        assertThat(lobbyFault(List.of(
                        new LobbyRecord.GameOpened(game, "cup", true, null, GameTime.EPOCH),
                        new LobbyRecord.GameClosed(game, false, "over", GameTime.EPOCH))))
                .isEqualTo("sequence 2: game g8 has a result and no journal");
    }

    @Test
    void aVersionThatIsNotTheFrozenOneIsNamedWithTheRecord() {
        List<LobbyRecord> entered = List.of(
                account(1, "ann"),
                account(2, "bob"),
                announced("1"),
                fact("created final round_robin:1 64 0 frozen - - 0 classic ~ 60000 10000 ~ ~ 16 - 0 0 - 7"),
                fact("entered 1 ann ann user"),
                fact("entered 2 bob bob user"));
        List<LobbyRecord> frozen = append(entered, fact("started 1:1 2"));

        assertThat(lobbyFault(frozen)).isEmpty();
        assertThat(lobbyFault(append(entered, fact("started 1 2"))))
                .isEqualTo("sequence 7: tournament t1 freezes a version that was not announced last");
        assertThat(lobbyFault(append(entered, fact("started 1:2 2"))))
                .isEqualTo("sequence 7: tournament t1 freezes a version that was not announced last");
        assertThat(lobbyFault(
                        append(frozen, new LobbyRecord.VersionAnnounced(new PlayerId(1), "2", true, GameTime.EPOCH))))
                .isEqualTo("sequence 8: a version is announced where a tournament keeps another one");
    }

    private @Nullable JournalFault againstLobby(List<LobbyRecord> records) {
        writeLobby(records);
        FolderCheck check = FolderCheck.of(folder);
        assertThat(check.lobby().fault()).isNull();
        return check.game(Story.GAME, _ -> {}).fault();
    }

    private String lobbyFault(List<LobbyRecord> records) {
        writeLobby(records);
        JournalFault fault = FolderCheck.of(folder).lobby().fault();
        return fault == null ? "" : "sequence " + fault.sequence() + ": " + fault.what();
    }

    private void writeLobby(List<LobbyRecord> records) {
        try {
            Files.deleteIfExists(folder.resolve(LobbyJournal.FILE_NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (LobbyJournal lobby = LobbyJournal.open(folder, Durability.PROCESS).journal()) {
            lobby.append(records);
        }
    }

    private static List<LobbyRecord> append(List<LobbyRecord> records, LobbyRecord last) {
        List<LobbyRecord> all = new ArrayList<>(records);
        all.add(last);
        return all;
    }

    private static LobbyRecord account(int number, String name) {
        return new LobbyRecord.AccountOpened(
                new PlayerId(number), name, false, new PlayerId(number), "0".repeat(64), GameTime.EPOCH);
    }

    private static LobbyRecord fact(String line) {
        return new LobbyRecord.TournamentMoved(new TournamentId(1), FactText.parse(line), GameTime.EPOCH);
    }

    private static LobbyRecord announced(String version) {
        return new LobbyRecord.VersionAnnounced(new PlayerId(1), version, false, GameTime.EPOCH);
    }

    private static LobbyRecord opened(String title) {
        return new LobbyRecord.GameOpened(Story.GAME, title, true, null, GameTime.EPOCH);
    }

    private JournalReport check(GameId game) {
        return FolderCheck.of(folder).game(game, _ -> {});
    }

    private long offsetOf(long sequence) {
        try (JournalReader reader = new Journals(folder).read(Story.GAME)) {
            for (var entry = reader.next(); entry != null; entry = reader.next()) {
                if (entry.command().sequence() == sequence) {
                    return entry.offset();
                }
            }
        }
        throw new AssertionError("no record " + sequence);
    }

    private int playThreeCommands() {
        GameController game = new GameController(Story.HEAD.rules());
        int events = 0;
        try (GameJournal journal = new Journals(folder).create(Story.HEAD, Durability.PROCESS)) {
            for (Stamped<Command> command : List.of(admit(1, "ann"), admit(2, "bob"), admit(3, "Ann"))) {
                Committed committed = new Committed(command, game.apply(command));
                events += committed.events().size();
                journal.append(List.of(committed));
            }
        }
        return events;
    }

    private static Stamped<Command> admit(int number, String name) {
        return new Stamped<>(
                number,
                new GameTime(5_000),
                new Command.RefereeCommand("server", new RefereeAct.Admit(new PlayerId(number), name)));
    }
}
