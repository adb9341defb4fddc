package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The machine's clock is wrong, or set while the server is down. Debian's libfaketime does it; a JVM under it takes half
 * a minute to start.
 */
@Tag("night")
final class WallClockTest {
    private static final int SECONDS = 6;

    private static final int LONG_SECONDS = 600;

    @TempDir
    Path folder;

    private Path library = Path.of("");

    @BeforeEach
    void find() throws Exception {
        Optional<Path> found = libraries();
        Assumptions.assumeTrue(found.isPresent(), "no libfaketime: apt-get install faketime");
        library = found.orElseThrow();
    }

    /** An hour and more off, and a minute goes by in each second, or almost nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"+1h x60", "-1h x0.01"})
    void aClockThatRunsAwayMovesNoDeadline(String clock) throws Exception {
        try (ServerProcess server = start(clock, SECONDS);
                Bot feed = Bot.connect(server.feedPort());
                Bot ann = Bot.register(server.port(), "ann")) {
            long left = left(ann);
            long start = System.nanoTime();
            assertOk(ann.ask("buy", Map.of("price", "990", "size", "0.1")), "Buy order placed.");

            feed.next("csv");

            assertThat((System.nanoTime() - start) / 1e9).isBetween(left / 1e3 - 1, left / 1e3 + 1);
            assertThat(server.terminate()).isZero();
        }
        assertThat(ServerProcess.run("verify", data().toString()).exit()).isZero();
    }

    @Test
    void settingTheClockBetweenTwoRunsCostsAndGivesNoTime() throws Exception {
        long left;
        try (ServerProcess server = start("+1h", LONG_SECONDS);
                Bot ann = Bot.register(server.port(), "ann")) {
            left = left(ann);
            server.kill();
        }
        for (String set : List.of("-1h", "+5h")) {
            try (ServerProcess server = start(set, LONG_SECONDS);
                    Bot guest = Bot.connect(server.port())) {
                long now = left(guest);
                assertThat(now).isBetween(left - 60_000, left);
                left = now;
                server.kill();
            }
        }
        assertThat(ServerProcess.run("verify", data().toString()).exit()).isZero();
    }

    private static long left(Bot bot) throws Exception {
        return bot.ask("games").at("/data/0/left_ms").asLong();
    }

    private ServerProcess start(String clock, int seconds) throws Exception {
        List<String> faked = List.of(
                "env",
                "LD_PRELOAD=" + library,
                "FAKETIME=" + clock,
                "FAKETIME_DONT_FAKE_MONOTONIC=1",
                "DONT_FAKE_MONOTONIC=1");
        List<String> options =
                List.of("--time-limit", String.valueOf(seconds), "--whitelist", "ann", "--preset", "open-market");
        return ServerProcess.start(new ServerProcess.Launch(Main.class, faked, data(), options));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static Optional<Path> libraries() throws Exception {
        Path places = Path.of("/usr/lib");
        if (!Files.isDirectory(places)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(places)) {
            return folders.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst();
        }
    }
}
