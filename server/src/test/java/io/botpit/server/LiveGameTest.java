package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Schedule;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveGameTest {
    @TempDir
    Path folder;

    @Test
    void theTimeLeftIsTheGamesEvenIfTheClockWasSetBackWhileTheServerWasDown() {
        GameRules tenSeconds = Rig.rules(Entry.OPEN, new Schedule(false, 10_000));
        try (Rig before = new Rig(folder, tenSeconds, Rig.unhurried())) {
            before.hand().pass(Duration.ofSeconds(4));
            before.player("ann").buy("999", "1");
        }

        // A new rig's clock starts where the first one's did: four seconds back.
        try (Rig after = new Rig(folder, tenSeconds, Rig.unhurried())) {
            after.hand().pass(Duration.ofSeconds(1));

            assertThat(LiveGame.row(after.lobby().currentGame(), true).times().leftMs())
                    .isEqualTo(5_000);
        }
    }
}
