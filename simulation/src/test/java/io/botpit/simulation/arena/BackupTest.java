package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup of the operations page: a copy under load, checked, and a server on it. */
final class BackupTest {
    @TempDir
    Path folder;

    @Test
    void aCopyTakenUnderLoadHasEveryOrderThatWasAcknowledgedBefore() throws Exception {
        Path data = folder.resolve("data");
        Path copy = folder.resolve("copy");
        String token;
        Set<String> before;
        try (ServerProcess server = ServerProcess.openMarket(data);
                Load load = Load.start(server.port(), "ann", "bob")) {
            load.awaitMore(200);
            token = load.bots().getFirst().token();
            before = load.acknowledged();

            copy(data, copy);

            load.awaitMore(50);
        }

        ServerProcess.Finished verify = ServerProcess.runHere("verify", copy.toString());
        assertThat(verify.exit()).as(verify.out() + verify.err()).isZero();
        assertThat(Load.stored(copy)).containsAll(before);
        try (ServerProcess restored = ServerProcess.start(copy);
                Bot ann = Bot.connect(restored.port())) {
            assertOk(ann.ask("auth", Map.of("username", "ann", "token", token)), "Authenticated");
            assertOk(ann.ask("buy", Map.of("price", "599", "size", "1")), "Buy order placed.");
            assertThat(restored.terminate()).isZero();
        }
        assertThat(Load.stored(copy)).containsAll(before).contains("ann at 599.00");
        assertThat(ServerProcess.runHere("verify", copy.toString()).exit()).isZero();
    }

    /** The games first: a player in a game's journal must be in the lobby's. */
    private static void copy(Path data, Path copy) throws IOException {
        Path journals = data.resolve("journal");
        Files.createDirectories(copy.resolve("journal"));
        List<Path> files = new ArrayList<>();
        try (Stream<Path> games = Files.list(journals)) {
            games.sorted(Comparator.comparing(file -> file.endsWith("lobby.journal")))
                    .forEach(files::add);
        }
        files.add(data.resolve("admin-secret"));
        for (Path file : files) {
            Files.copy(file, copy.resolve(data.relativize(file).toString()));
        }
    }
}
