package io.botpit.simulation.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.GameJournal;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Rebuilt;
import io.botpit.persistence.journal.Replay;
import io.botpit.persistence.journal.StoreBroken;
import io.botpit.simulation.audit.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A journal on the simulated disk, cut off at any of its calls. */
class DiskTest {
    private static final GameId GAME = new GameId("g1");
    private static final GameRules RULES = Presets.named(Presets.CLASSIC, 42);
    private static final int BATCH = 5;
    private static final int CUTS = 150;

    /** The last batch may be there, in part there, or gone; those before it are all there, whatever sectors survive. */
    @Test
    void noPowerCutLosesWhatWasAcknowledged() {
        int found = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            Journals journals = cutOff(cut);
            if (journals.exists(GAME)) {
                found++;
                Rebuilt again = read(journals);
                try (GameJournal journal = journals.append(GAME, again.end(), Durability.POWER)) {
                    journal.append(batch(again.game()));
                }
                assertThat(read(journals).end().sequence())
                        .isEqualTo(again.end().sequence() + BATCH);
            }
        }
        assertThat(found).isGreaterThan(CUTS / 2);
    }

    /** Plays until the power goes at this call of the disk. */
    private static Journals cutOff(int cut) {
        AtomicInteger left = new AtomicInteger(cut);
        Disk disk = new Disk(
                _ -> left.getAndDecrement() == 0 ? Disk.Outcome.DIES : Disk.Outcome.DONE,
                new Dice(cut),
                Durability.POWER);
        Journals journals = new Journals(disk);
        AtomicInteger acknowledged = new AtomicInteger(-1);
        assertThatThrownBy(() -> play(journals, acknowledged)).isInstanceOf(PowerCut.class);
        disk.powerFailed();
        assertThat(journals.exists(GAME) || acknowledged.get() < 0)
                .as("cut %d", cut)
                .isTrue();
        if (journals.exists(GAME)) {
            assertThat(read(journals).end().sequence())
                    .as("cut %d", cut)
                    .isBetween((long) Math.max(0, acknowledged.get()), (long) acknowledged.get() + BATCH);
        }
        return journals;
    }

    @Test
    void aFullDiskBreaksTheStoreForGood() {
        AtomicInteger calls = new AtomicInteger();
        Disk disk = new Disk(
                _ -> calls.getAndIncrement() == 5 ? Disk.Outcome.FAILS : Disk.Outcome.DONE,
                new Dice(1),
                Durability.PROCESS);
        GameController game = new GameController(RULES);
        GameJournal journal = new Journals(disk).create(head(), Durability.PROCESS);
        journal.append(batch(game));

        assertThatThrownBy(() -> journal.append(batch(game))).isInstanceOf(StoreBroken.class);
        assertThatThrownBy(() -> journal.append(List.of())).isInstanceOf(StoreBroken.class);

        assertThat(read(new Journals(disk)).end().sequence()).isBetween((long) BATCH, 2L * BATCH);
    }

    private static void play(Journals journals, AtomicInteger acknowledged) {
        GameController game = new GameController(RULES);
        GameJournal journal = journals.create(head(), Durability.POWER);
        acknowledged.set(0);
        while (true) {
            journal.append(batch(game));
            acknowledged.addAndGet(BATCH);
        }
    }

    private static Rebuilt read(Journals journals) {
        try (JournalReader reader = journals.read(GAME)) {
            return Replay.rebuild(reader, _ -> {});
        }
    }

    private static List<Committed> batch(GameController game) {
        List<Committed> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            long next = game.sequence() + 1;
            Stamped<Command> command = new Stamped<>(
                    next,
                    new GameTime(2_000 + next),
                    new Command.RefereeCommand("server", new RefereeAct.Announce("number " + next)));
            batch.add(new Committed(command, game.apply(command)));
        }
        return batch;
    }

    private static JournalHead head() {
        return new JournalHead(GAME, "Friday cup", new GameTime(1_000), RULES);
    }
}
