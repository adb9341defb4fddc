package io.botpit.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordAppenderTest {
    private final MemoryChannel disk = new MemoryChannel();

    @Test
    void aBatchIsOneWriteAndNoForceInModeProcess() {
        GameJournal journal = begin(Durability.PROCESS);
        disk.asked.clear();

        journal.append(Story.records(1, 100));
        journal.append(Story.records(101, 101));

        assertThat(disk.asked).hasSize(2).allMatch(call -> call.startsWith("write "));
    }

    @Test
    void aBatchIsOneWriteAndThenOneForceInModePower() {
        GameJournal journal = begin(Durability.POWER);
        disk.asked.clear();

        journal.append(Story.records(1, 100));
        journal.append(Story.records(101, 101));

        assertThat(disk.asked).hasSize(4);
        assertThat(disk.asked.get(0)).startsWith("write ");
        assertThat(disk.asked.get(1)).isEqualTo("force");
        assertThat(disk.asked.get(2)).startsWith("write ");
        assertThat(disk.asked.get(3)).isEqualTo("force");
    }

    @Test
    void zerosAreForcedWithTheirLengthBeforeTheyAreOverwritten() {
        begin(Durability.POWER);

        assertThat(disk.asked.get(1)).isEqualTo("write " + RecordAppender.PREALLOCATED_BYTES);
        assertThat(disk.asked.get(2)).isEqualTo("force all");
    }

    @Test
    void afterAFailureNothingIsTriedAgain() {
        for (int calls = 0; calls < 2; calls++) {
            GameJournal journal = begin(Durability.POWER);
            disk.failAfter(calls);
            assertThatThrownBy(() -> journal.append(Story.records(1, 3)))
                    .isInstanceOf(StoreBroken.class)
                    .hasRootCauseMessage("no space left on device");

            disk.failAfter(Integer.MAX_VALUE);
            disk.asked.clear();
            assertThatThrownBy(() -> journal.append(Story.records(1, 3))).isInstanceOf(StoreBroken.class);
            assertThatThrownBy(() -> journal.append(List.of())).isInstanceOf(StoreBroken.class);
            assertThat(disk.asked).isEmpty();
        }
    }

    @Test
    void aGapInTheSequenceBreaksIt() {
        GameJournal journal = begin(Durability.PROCESS);

        assertThatThrownBy(() -> journal.append(Story.records(2, 2))).hasMessageContaining("record 2 where 1");
        assertThatThrownBy(() -> journal.append(Story.records(1, 1))).isInstanceOf(StoreBroken.class);
    }

    @Test
    void whatCannotBeWrittenBreaksItBeforeHalfARecordIsThere() {
        GameJournal journal = begin(Durability.PROCESS);
        @SuppressWarnings("NullAway") // what no caller may do
        Committed nameless = new Committed(
                new Stamped<>(1, new GameTime(1), new Command.RefereeCommand(null, new RefereeAct.Start())), List.of());
        disk.asked.clear();

        assertThatThrownBy(() -> journal.append(List.of(nameless))).isInstanceOf(StoreBroken.class);
        assertThatThrownBy(() -> journal.append(Story.records(1, 1))).isInstanceOf(StoreBroken.class);
        assertThat(disk.asked).isEmpty();
    }

    @Test
    void aRecordOverTheLimitIsRefused() {
        GameJournal journal = begin(Durability.PROCESS);
        Command say = new Command.PlayerCommand(new PlayerId(1), new Intent.Say("x".repeat(Layout.BODY_BYTES_MAX)));
        Committed tooLong = new Committed(new Stamped<>(1, new GameTime(1), say), List.of());

        assertThatThrownBy(() -> journal.append(List.of(tooLong))).hasMessageContaining("at most 4194304 are allowed");
    }

    private GameJournal begin(Durability durability) {
        try {
            return new GameJournal(JournalFile.begin(disk, Layout.Kind.GAME, Story.HEAD::write, durability));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
