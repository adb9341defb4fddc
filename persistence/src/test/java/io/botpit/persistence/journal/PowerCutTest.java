package io.botpit.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Cuts the power behind every change of a file or a name, from the first journal to a second life of the server, and
 * again while what was found is opened.
 */
final class PowerCutTest {
    private static final int LOTS_PER_CUT = 8;

    /** What had been acknowledged when the disk had taken so many steps. */
    private record Told(int steps, int entries, boolean gameExists, long sequence) {}

    @Test
    void inModePowerNoCutLosesWhatWasAcknowledged() {
        PowerDisk disk = new PowerDisk();
        List<Told> told = live(disk, Durability.POWER);

        for (int cut = 0; cut <= disk.steps(); cut++) {
            for (int lot = 0; lot < LOTS_PER_CUT; lot++) {
                Random random = new Random(1_000L * cut + lot);
                String where = "cut behind step " + cut + ", lot " + lot;
                Told last = toldBy(told, cut);
                PowerDisk found = disk.cutAfter(cut, random);

                recover(found, last, where);

                int second = random.nextInt(found.steps() + 1);
                recover(found.cutAfter(second, random), last, where + " and then behind step " + second);
            }
        }
    }

    /** This disk forgets: what is promised against the death of the process only does not survive a cut. */
    @Test
    void inModeProcessCutsLoseWhatWasAcknowledged() {
        PowerDisk disk = new PowerDisk();
        List<Told> told = live(disk, Durability.PROCESS);
        int lost = 0;

        for (int lot = 0; lot < 5 * LOTS_PER_CUT; lot++) {
            PowerDisk found = disk.cutAfter(disk.steps(), new Random(lot));
            if (!holds(found, told.getLast())) {
                lost++;
            }
        }

        assertThat(lost).isPositive();
    }

    /** Two lives of a server: journals are begun, written, closed, opened and written again. */
    private static List<Told> live(PowerDisk disk, Durability durability) {
        List<Told> told = new ArrayList<>(List.of(new Told(0, 0, false, 0)));
        Journals journals = new Journals(disk);
        try (LobbyJournal lobby = LobbyJournal.open(disk, durability).journal()) {
            lobby.append(entry(1));
            told.add(new Told(disk.steps(), 1, false, 0));
            try (GameJournal game = journals.create(Story.HEAD, durability)) {
                told.add(new Told(disk.steps(), 1, true, 0));
                for (long next = 1; next <= 15; next += 3) {
                    game.append(Story.records(next, next + 2));
                    told.add(new Told(disk.steps(), 1, true, next + 2));
                }
            }
        }
        try (LobbyJournal lobby = LobbyJournal.open(disk, durability).journal();
                GameJournal game = journals.append(Story.GAME, Story.endOf(journals), durability)) {
            game.append(Story.records(16, 16));
            told.add(new Told(disk.steps(), 1, true, 16));
            lobby.append(List.of(entry(2), entry(3)));
            told.add(new Told(disk.steps(), 3, true, 16));
            game.append(Story.records(17, 40));
            told.add(new Told(disk.steps(), 3, true, 40));
        }
        return told;
    }

    private static Told toldBy(List<Told> told, int steps) {
        return told.stream().filter(each -> each.steps() <= steps).toList().getLast();
    }

    /** What a server does at its start, and then goes on. */
    private static void recover(PowerDisk disk, Told told, String where) {
        LobbyJournal.Opened lobby = LobbyJournal.open(disk, Durability.POWER);
        assertThat(lobby.records()).as(where).hasSizeBetween(told.entries(), 5);
        assertThat(lobby.records()).as(where).isEqualTo(entries(lobby.records().size()));
        lobby.journal().append(entry(lobby.records().size() + 1));
        lobby.journal().close();

        Journals journals = new Journals(disk);
        assertThat(journals.exists(Story.GAME) || !told.gameExists()).as(where).isTrue();
        try (GameJournal game = journals.exists(Story.GAME)
                ? journals.append(Story.GAME, Story.endOf(journals), Durability.POWER)
                : journals.create(Story.HEAD, Durability.POWER)) {
            long end = game.sequence();
            assertThat(end).as(where).isBetween(told.sequence(), 45L);
            game.append(Story.records(end + 1, end + 5));
            assertThat(Story.told(journals)).as(where).isEqualTo(Story.records(1, end + 5));
        }
    }

    private static boolean holds(PowerDisk disk, Told told) {
        Journals journals = new Journals(disk);
        try {
            return journals.exists(Story.GAME)
                    && LobbyJournal.readOnly(disk).size() >= told.entries()
                    && Story.endOf(journals).sequence() >= told.sequence();
        } catch (JournalDamaged torn) {
            return false;
        }
    }

    private static List<LobbyRecord> entries(int count) {
        List<LobbyRecord> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(entry(i));
        }
        return all;
    }

    private static LobbyRecord entry(int number) {
        return new LobbyRecord.GameClosed(Story.GAME, false, "entry " + number, new GameTime(number));
    }
}
