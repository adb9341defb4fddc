package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without memory nothing can be trusted any more: the process goes at once, and the journal has what was told. */
final class OutOfMemoryTest {
    private static final String OPTION = "-XX:+ExitOnOutOfMemoryError";

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {HungryServer.ONE_PIECE, HungryServer.MANY_PIECES})
    void theProcessGoesAtOnceAndEverythingAcknowledgedIsThereAfterwards(String pieces) throws Exception {
        Set<String> acknowledged;
        List<String> small = List.of("env", "JAVA_TOOL_OPTIONS=-Xmx128m " + OPTION);
        List<String> play = List.of("--preset", "open-market", "--rate-limit", "off");
        try (ServerProcess server =
                        ServerProcess.start(new ServerProcess.Launch(HungryServer.class, small, data, play));
                Load load = Load.start(server.port(), "ann", "bob")) {
            load.awaitMore(100);
            assertThat(load.refusals()).isEmpty();

            server.tell(pieces);

            assertThat(server.awaitExit()).isEqualTo(3);
            load.stop();
            acknowledged = load.acknowledged();
        }
        try (ServerProcess server = ServerProcess.start(data);
                Bot dan = Bot.register(server.port(), "dan")) {
            assertOk(dan.ask("buy", Map.of("price", "990", "size", "0.01")), "Buy order placed.");
            assertThat(server.terminate()).isZero();
        }
        assertThat(Load.stored(data)).containsAll(acknowledged);
        assertThat(ServerProcess.runHere("verify", data.toString()).exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"botpit", "server/pom.xml"})
    void whateverStartsTheProgramAsksForIt(String launcher) throws Exception {
        Path root = Path.of("").toAbsolutePath().resolveSibling(launcher);

        assertThat(Files.readString(root)).contains(OPTION);
    }
}
