package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without memory nothing can be trusted any more: the process goes at once, and the journal has what was told. */
final class OutOfMemoryTest {
    private static final String OPTION = "-XX:+ExitOnOutOfMemoryError";

    @TempDir
    Path data;

    @Test
    void theProcessGoesAtOnceAndEverythingAcknowledgedIsThereAfterwards() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        String token;
        List<String> small = List.of("env", "JAVA_TOOL_OPTIONS=-Xmx128m " + OPTION);
        try (ServerProcess server = ServerProcess.start(
                        new ServerProcess.Launch(HungryServer.class, small, data, List.of("--preset", "open-market")));
                Bot ann = Bot.register(server.port(), "ann")) {
            token = ann.token();
            for (int i = 0; i < 100; i++) {
                acknowledged.add(ann.ask("buy", Map.of("price", "990", "size", "0.01"))
                        .at("/data/id")
                        .asString());
            }
            server.tell("eat");
            assertThat(server.awaitExit()).isEqualTo(3);
        }

        try (ServerProcess server = ServerProcess.start(data);
                Bot ann = Bot.connect(server.port())) {
            assertOk(ann.ask("auth", Map.of("username", "ann", "token", token)), "Authenticated");
            Set<String> open = new HashSet<>();
            ann.ask("orders")
                    .at("/data/maker")
                    .forEach(order -> open.add(order.get("id").asString()));
            assertThat(open).isEqualTo(acknowledged).hasSize(100);
            assertThat(server.terminate()).isZero();
        }
        assertThat(ServerProcess.run("verify", data.toString()).exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"botpit", "server/pom.xml"})
    void whateverStartsTheProgramAsksForIt(String launcher) throws Exception {
        Path root = Path.of("").toAbsolutePath().resolveSibling(launcher);

        assertThat(Files.readString(root)).contains(OPTION);
    }
}
