package io.botpit.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.protocol.rest.GameBot;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a player waits, counted and shown. */
class TimingTest {
    private final Timing timing = new Timing();

    private void answered(int times, long micros) {
        for (int i = 0; i < times; i++) {
            timing.answered(micros);
        }
    }

    @Test
    void stepsEndWhereTheySay() {
        answered(1, 0);
        answered(1, 100);
        answered(1, 101);
        answered(1, 1_000_000);
        answered(1, 1_000_001);

        GameBot.Latency shown = Objects.requireNonNull(timing.shown());

        assertThat(shown.count()).isEqualTo(5);
        assertThat(shown.steps()).hasSize(Timing.STEPS.size() + 1);
        assertThat(shown.steps().getFirst()).isEqualTo(new GameBot.Step(0.1, 2));
        assertThat(shown.steps().get(1)).isEqualTo(new GameBot.Step(0.2, 1));
        assertThat(shown.steps().get(Timing.STEPS.size() - 1)).isEqualTo(new GameBot.Step(1_000.0, 1));
        assertThat(shown.steps().getLast()).isEqualTo(new GameBot.Step(null, 1));
    }

    @Test
    void halfAndNearlyAllAreTheStepsThatHoldSoMany() {
        answered(50, 150);
        answered(49, 1_500);
        answered(1, 30_000);

        assertThat(timing.shown()).extracting(GameBot.Latency::p50Ms).isEqualTo(0.2);
        assertThat(timing.shown()).extracting(GameBot.Latency::p99Ms).isEqualTo(2.0);

        answered(2, 2_000_000);
        assertThat(timing.shown()).extracting(GameBot.Latency::p99Ms).isNull();
    }

    @Test
    void whatWasNotMeasuredIsNotShown() {
        assertThat(timing.shown()).isNull();
        assertThat(timing.roundTripMillis()).isNull();

        timing.roundTrip(12_345);
        assertThat(timing.roundTripMillis()).isEqualTo(12.3);
    }

    @Test
    void answersToAPlayerCountForTheGameHeIsIn(@TempDir Path folder) {
        try (Rig rig = new Rig(folder, Rig.plainRules(), Rig.unhurried())) {
            Client ann = rig.player("ann");
            ann.buy("990", "1");
            ann.buy("0", "1");
            Client stranger = rig.connect();
            stranger.askCommand("my_orders");

            GameBot.Latency latency = Objects.requireNonNull(
                    ShownSheet.of(rig, "ann").orElseThrow().latency());

            // The answer to her registration is the first that she hears as a player.
            assertThat(latency.count()).isEqualTo(3);
            assertThat(latency.p99Ms()).isEqualTo(0.1);
            assertThat(latency.roundTripMs()).as("nothing pings in this rig").isNull();
        }
    }
}
