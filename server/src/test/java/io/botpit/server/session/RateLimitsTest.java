package io.botpit.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.rig.Client;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitsTest {
    @TempDir
    Path folder;

    @AutoClose
    private @Nullable Rig rig;

    private Rig rig(int commandsPerSecond) {
        rig = new Rig(
                folder, Rig.plainRules(), SessionLimits.STANDARD.withRates(SessionLimits.Rates.of(commandsPerSecond)));
        return rig;
    }

    @Test
    void theRateLimitIsNamedWithTheTimeToComeBack() {
        Rig rig = rig(2);
        Client ann = rig.player("ann");

        for (int i = 0; i < 4; i++) {
            assertThat(ann.askCommand("wallets")).contains("Wallets.");
        }

        assertThat(ann.askCommand("wallets"))
                .contains("\"code\": \"rate_limited\"")
                .contains("limit commands_per_second=2, retry_after_ms=500");
        rig.hand().pass(Duration.ofMillis(500));
        assertThat(ann.askCommand("wallets")).contains("Wallets.");
    }

    @Test
    void theRateLimitCountsAllConnectionsOfAPlayer() {
        Rig rig = rig(2);
        Client ann = rig.player("ann");
        Client second = rig.connect();
        second.auth("ann", ann.token());

        for (int i = 0; i < 4; i++) {
            ann.askCommand("wallets");
        }

        assertThat(second.askCommand("wallets")).contains("rate_limited");
    }

    @Test
    void broadcastsHaveALimitOfTheirOwn() {
        Rig rig = rig(200);
        Client ann = rig.player("ann");
        String shout = "{\"cmd\":\"bcast\",\"params\":{\"message\":\"hi\"}}";

        for (int i = 0; i < 20; i++) {
            assertThat(ann.ask(shout)).contains("Message broadcasted.");
        }

        assertThat(ann.ask(shout))
                .contains("\"code\": \"rate_limited\"")
                .contains("limit broadcasts_per_second=10, retry_after_ms=100");
        assertThat(ann.askCommand("wallets")).contains("Wallets.");
        rig.hand().pass(Duration.ofMillis(100));
        assertThat(ann.ask(shout)).contains("Message broadcasted.");
    }
}
