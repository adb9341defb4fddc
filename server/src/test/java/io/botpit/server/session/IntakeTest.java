package io.botpit.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.rig.Client;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused while nothing new is taken, and what is not. */
class IntakeTest {
    private static final String WHY = "limit disk_stop_mb=200: the server's disk has 3 MB free";

    @TempDir
    Path folder;

    @Test
    void whatAsksForMoreIsRefusedAndTheRestGoesOn() {
        try (Rig rig = new Rig(folder, Rig.plainRules(), Rig.unhurried())) {
            Client ann = rig.player("ann");
            Client bob = rig.connect();
            assertThat(ann.buy("999", "1")).contains("Buy order placed.");

            rig.shut(WHY);

            assertThat(ann.buy("998", "1")).contains("\"code\": \"unavailable\"", WHY);
            assertThat(ann.ask("{\"cmd\":\"bcast\",\"params\":{\"message\":\"hello\"}}"))
                    .contains("\"code\": \"unavailable\"");
            assertThat(bob.register("bob")).contains("\"code\": \"unavailable\"", WHY);
            assertThat(ann.askCommand("wallets")).contains("\"status\": true");
            assertThat(bob.auth("ann", ann.token())).contains("\"status\": true");
            assertThat(ann.askCommand("cancel_all")).contains("\"status\": true");
        }
    }

    @Test
    void onceThereIsRoomEverythingGoesOn() {
        try (Rig rig = new Rig(folder, Rig.plainRules(), Rig.unhurried())) {
            Client ann = rig.player("ann");
            rig.shut(WHY);
            assertThat(ann.buy("998", "1")).contains("\"code\": \"unavailable\"");

            rig.open();

            assertThat(ann.buy("998", "1")).contains("Buy order placed.");
            assertThat(rig.connect().register("bob")).contains("\"status\": true");
        }
    }
}
