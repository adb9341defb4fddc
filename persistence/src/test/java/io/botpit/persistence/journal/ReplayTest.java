package io.botpit.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.InvariantBroken;
import io.botpit.game.Stamped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay is proved beside the machine, but whoever looks on must not notice. */
class ReplayTest {
    private static final int COMMANDS = 5_000;

    @TempDir
    Path folder;

    private final List<Long> told = new ArrayList<>();

    @BeforeEach
    void writeALongJournal() {
        try (GameJournal journal = new Journals(folder).create(Story.HEAD, Durability.PROCESS)) {
            journal.append(Story.records(1, COMMANDS));
        }
    }

    @Test
    void everyCommandIsToldOnceAndInOrder() {
        replay(Story::eventsOf, this::tell);

        assertToldUpTo(COMMANDS);
    }

    @Test
    void whatDiffersBeforeTheMachineFailsIsTheFirstFault() {
        Replay.Machine machine = command -> command.sequence() == 2_901 ? List.of() : failingAt(3_000, command);

        assertThatThrownBy(() -> replay(machine, this::tell))
                .isInstanceOfSatisfying(
                        ReplayDiffers.class,
                        differs -> assertThat(differs.fault().sequence()).isEqualTo(2_901));
        assertToldUpTo(2_900);
    }

    @Test
    void whatAMachineDidBeforeItFailedIsProvedAndTold() {
        assertThatThrownBy(() -> replay(command -> failingAt(3_000, command), this::tell))
                .isInstanceOf(InvariantBroken.class);
        assertToldUpTo(2_999);
    }

    @Test
    void whoCannotHearMoreIsToldNoMore() {
        Consumer<Committed> deaf = commit -> {
            if (commit.command().sequence() == 1_234) {
                throw new IllegalStateException("enough");
            }
            tell(commit);
        };

        assertThatThrownBy(() -> replay(Story::eventsOf, deaf)).hasMessage("enough");
        assertToldUpTo(1_233);
    }

    private void replay(Replay.Machine machine, Consumer<Committed> each) {
        try (JournalReader reader = new Journals(folder).read(Story.GAME)) {
            Replay.run(reader, machine, each);
        }
    }

    private static List<Event> failingAt(long sequence, Stamped<Command> command) {
        if (command.sequence() == sequence) {
            throw new InvariantBroken("planted");
        }
        return Story.eventsOf(command);
    }

    private void tell(Committed commit) {
        told.add(commit.command().sequence());
    }

    private void assertToldUpTo(long last) {
        assertThat(told).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
    }
}
