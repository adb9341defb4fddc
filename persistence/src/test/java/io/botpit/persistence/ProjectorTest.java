package io.botpit.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.rules.Presets;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.Shelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Games do not keep one another from their tables, and none keeps the server from stopping. */
final class ProjectorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void aGameWhoseJournalIsGoneKeepsNoOtherGame() throws Exception {
        try (Database database = Database.open(new H2File(folder, "tables"));
                Played gone = new Played(folder, "g1", 1).commands(50);
                Played other = new Played(folder, "g2", 2).commands(50);
                Played another = new Played(folder, "g3", 3).commands(50);
                Projector projector = new Projector(database, Shelf.of(folder), 1)) {
            Files.delete(folder.resolve("g1.journal"));
            gone.all.forEach(committed -> projector.offer(gone.id(), committed));
            projector.start();

            Projection projection = new Projection(database.sql());
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> projection.lastSequence(other.id()) == other.game.sequence()
                            && projection.lastSequence(another.id()) == another.game.sequence());
            Awaitility.await().atMost(PATIENCE).until(() -> projector.problems().containsKey("game g1"));
            assertThat(projector.gamesBehind()).isEqualTo(1);
        }
    }

    /** Whether or not there was room for the record of its opening. */
    @ParameterizedTest
    @ValueSource(ints = {1, Projector.QUEUE_MAX})
    void aGameThatNobodyPlaysYetIsInTheTables(int queueMax) {
        JournalHead head =
                new JournalHead(new GameId("g1"), "The cup", GameTime.EPOCH, Presets.named(Presets.OPEN_MARKET, 1));
        try (Database database = Database.open(new H2File(folder, "tables"));
                Projector projector = new Projector(database, Shelf.of(folder), queueMax)) {
            projector.start();
            new Journals(folder).create(head, Durability.PROCESS).close();
            projector.offer(1, new LobbyRecord.TokenChanged(new PlayerId(1), null, GameTime.EPOCH));
            projector.offer(2, new LobbyRecord.GameOpened(head.game(), head.title(), true, null, GameTime.EPOCH));

            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> database.archive().game(head.game()).isPresent());
            Awaitility.await().atMost(PATIENCE).until(() -> projector.gamesBehind() == 0);
            assertThat(projector.problems()).isEmpty();
        }
    }

    @Test
    void aGameThatIsBeingFetchedKeepsNobodyFromStopping() {
        try (Database database = Database.open(new H2File(folder, "tables"));
                Played played = new Played(folder, "g1", 4).commands(20_000)) {
            Projection projection = new Projection(database.sql());
            try (Projector projector = new Projector(database, Shelf.of(folder))) {
                projector.start();
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(1))
                        .atMost(PATIENCE)
                        .until(() -> projection.lastSequence(played.id()) > 0);
            }
            assertThat(projection.lastSequence(played.id())).isLessThan(played.game.sequence());

            try (Projector next = new Projector(database, Shelf.of(folder))) {
                next.start();
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> projection.lastSequence(played.id()) == played.game.sequence());
            }
        }
    }
}
