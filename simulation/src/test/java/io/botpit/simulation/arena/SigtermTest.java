package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM in mid-play, several times; {@code -Dbotpit.sigterms=20} for a night. */
final class SigtermTest {
    private static final int TIMES = Integer.getInteger("botpit.sigterms", 3);
    private static final int ORDERS_BETWEEN = 40;
    /** The promise of the operations page; no other test asks for it. */
    private static final Duration DOWN_MAX = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostAndEverybodyHearsWhy() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            Path data = folder.resolve("run-" + time);
            Set<String> acknowledged;
            try (ServerProcess server = ServerProcess.openMarket(data);
                    Bot feed = Bot.connect(server.feedPort());
                    Load load = Load.start(server.port(), "ann", "bob", "cat")) {
                load.awaitMore(ORDERS_BETWEEN * (time % 5 + 1));

                long asked = System.nanoTime();
                assertThat(server.terminate()).as("run %s", time).isZero();
                assertThat(Duration.ofNanos(System.nanoTime() - asked))
                        .as("run %s, from the signal to the exit", time)
                        .isLessThan(DOWN_MAX);

                load.stop();
                acknowledged = load.acknowledged();
                assertThat(load.bots()).allSatisfy(bot -> {
                    assertThat(bot.awaitClose()).isEqualTo(1001);
                    assertThat(bot.awaitReason()).isEqualTo("the server goes down");
                });
                awaitInfo(feed, "The server is shutting down.");
                assertThat(feed.next("csv").get("data").asString()).contains("\"ann\"", "\"bob\"", "\"cat\"");
                assertThat(feed.awaitClose()).isEqualTo(1001);
                assertThat(load.refusals()).isSubsetOf("game_not_running", "draining", "connection closed");
            }
            assertThat(Load.stored(data)).as("run %s", time).containsAll(acknowledged);
            assertThat(ServerProcess.runHere("verify", data.toString()).exit()).isZero();
        }
    }

    /** Fails where it does not come. */
    private static void awaitInfo(Bot feed, String text) throws Exception {
        while (!feed.next("info").get("message").asString().equals(text)) {
            // somebody else's news
        }
    }
}
