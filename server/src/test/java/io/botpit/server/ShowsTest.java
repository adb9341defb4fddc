package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.dialect.arena.ArenaDialect;
import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.Database;
import io.botpit.persistence.TablesUnreadable;
import io.botpit.persistence.journal.Journals;
import io.botpit.protocol.rest.ReportPage;
import io.botpit.server.http.ArenaReads.Told;
import io.botpit.server.lobby.Retold;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowsTest {
    private static final GameId GAME = new GameId("g1");

    @TempDir
    Path folder;

    @Test
    void theReportOfAGameThatEndedLatelyNeedsNoDatabase() {
        try (Rig rig = new Rig(folder, Rig.plainRules(), Rig.unhurried());
                DataFolder data = DataFolder.lock(folder.resolve("tables"))) {
            rig.player("ann").buy("999", "1");
            var ended = rig.lobby().endAll(EndCause.REFEREE, "Enough.");
            rig.hand().settle();
            ended.join();
            Retold.Works works = new Retold.Works(
                    new Journals(folder), rig.lobby().accounts(), Runnable::run, Duration.ofMinutes(1));
            Database database = Database.open(data);
            Shows shows = new Shows(rig.lobby(), database, works, new ArenaDialect());
            Told<ReportPage> before = shows.report(GAME);

            database.close();

            assertThatThrownBy(() -> database.surprises().of(GAME)).isInstanceOf(TablesUnreadable.class);
            assertThat(shows.report(GAME)).isEqualTo(before).isInstanceOf(Told.Shown.class);
        }
    }
}
