package io.botpit.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.rules.GameRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalCheckTest {
    @TempDir
    Path folder;

    @Test
    void aSoundJournalIsCounted() {
        int events = playThreeCommands();

        List<JournalReport> reports = JournalCheck.all(folder);

        assertThat(reports).hasSize(2).allMatch(JournalReport::isSound);
        assertThat(reports.getLast().commands()).isEqualTo(3);
        assertThat(reports.getLast().events()).isEqualTo(events);
    }

    @Test
    void aGameThatComesOutOtherwiseIsNamedWithItsSequence() {
        try (GameJournal journal = new Journals(folder).create(Story.HEAD, Durability.PROCESS)) {
            journal.append(List.of(new Committed(admit(1, "ann"), List.of())));
        }

        JournalReport report = JournalCheck.game(new Journals(folder), Story.GAME);

        assertThat(report.isSound()).isFalse();
        assertThat(report.problems().getFirst()).contains("game g1 differs from its journal at sequence 1 (byte ");
    }

    @Test
    void aDamagedJournalAndAnUnknownBehaviourAreReportedNotThrown() throws IOException {
        playThreeCommands();
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

        List<JournalReport> reports = JournalCheck.all(folder);

        assertThat(reports).extracting(JournalReport::isSound).containsExactly(false, true, false);
        assertThat(reports.getFirst().problems().getFirst()).contains("damaged at byte 0");
        assertThat(reports.getLast().problems().getFirst()).contains("behaviour version 99");
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
