package io.botpit.simulation.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botpit.bots.Recording;
import io.botpit.bots.exchange.Botpit;
import io.botpit.bots.exchange.ExchangeClient;
import io.botpit.bots.exchange.Replay;
import io.botpit.game.rules.Presets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The contract in virtual time: what ann's client heard of the scene, told again. */
class ReplayedTest extends ExchangeContractTest {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    ExchangeClient client() throws Exception {
        record();
        return new Replay(lines);
    }

    @Override
    void play(ExchangeClient replay) {
        playToTheEnd((Replay) replay);
    }

    @Test
    void itTellsTheSameEachTime() {
        List<String> once = events();

        assertThat(once).hasSizeGreaterThan(10).isEqualTo(events());
    }

    @Test
    void noSecretIsInIt() {
        assertThat(lines).noneMatch(line -> line.contains("token") || line.contains("Registered"));
    }

    @Test
    void timePassesAsItIsLetTo() {
        Replay replay = new Replay(lines);
        Instant start = replay.now();

        replay.connect().join();
        replay.playUntil(start.plusSeconds(3_600));

        assertThat(replay.now()).isEqualTo(start.plusSeconds(3_600));
        assertThat(replay.isOver()).isTrue();
    }

    @Test
    void aLineThatIsNoneIsNamed() {
        List<String> broken = new ArrayList<>(lines);
        broken.add(1, "nonsense");

        assertThatThrownBy(() -> new Replay(broken)).hasMessageContaining("line 2");
        assertThatThrownBy(() -> new Replay(List.of("{\"tick\": 5}"))).hasMessageContaining("no hello");
    }

    private void record() throws Exception {
        InnerServer server =
                new InnerServer(Files.createTempDirectory("exchange"), Presets.named(Presets.CLASSIC, 1), 0);
        var recorder = Recording.of(server.dialer(), InstantSource.system(), lines::add);
        try (ExchangeClient ann = Scene.connected(Botpit.overWire(recorder, Scene.login("ann"), Scene.SETTINGS));
                ExchangeClient bob =
                        Scene.connected(Botpit.overWire(server.dialer(), Scene.login("bob"), Scene.SETTINGS))) {
            Scene.play(ann, bob);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> lines.stream().anyMatch(line -> line.contains("anns-bid")));
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            lines.stream().anyMatch(line -> line.contains("\"bob\"") && line.contains("standings")));
        }
        server.close();
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        Replay replay = new Replay(lines);
        replay.listen(event -> events.add(event.toString()));
        replay.connect().join();
        playToTheEnd(replay);
        return events;
    }

    private static void playToTheEnd(Replay replay) {
        replay.playUntil(replay.now().plus(Duration.ofDays(1)));
    }
}
