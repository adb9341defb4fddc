package io.botpit.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameTime;
import io.botpit.game.control.GameView;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.rig.Rig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReelTest {
    private static final int SECONDS = 11;

    @TempDir
    Path folder;

    private JsonNode film(long bytesMax) throws IOException {
        try (Rig rig = new Rig(folder, Rig.plainRules(), Rig.unhurried())) {
            rig.player("ann");
            rig.hand().pass(Duration.ofSeconds(1));
            OpenGame game = rig.lobby().currentGame();
            GameView view = game.loop().view();
            Reel reel = new Reel(game.feed().subject(), view, bytesMax);
            GameTime start = Objects.requireNonNull(view.clock().startedAt());
            for (int second = 0; second <= SECONDS; second++) {
                reel.see(view, start.plusMicros(second * 1_000_000L));
            }
            try (var plain = reel.develop(0, "").plain()) {
                return JsonMapper.shared().readTree(plain);
            }
        }
    }

    @Test
    void aFilmThatFitsHasAFrameForEachSecond() throws IOException {
        JsonNode film = film(Reel.FILM_BYTES_MAX);

        assertThat(film.get("stepMs").asLong()).isEqualTo(1_000);
        assertThat(film.get("frames").size()).isEqualTo(1 + SECONDS + 1);
    }

    @Test
    void theStepIsWiderWhereTheBytesDoNotFit() throws IOException {
        JsonNode film = film(0);

        assertThat(film.get("stepMs").asLong()).isEqualTo(8_000);
        assertThat(film.get("frames").values().stream()
                        .map(frame -> frame.get("type").asString()))
                .containsExactly("snapshot", "update", "final");
    }
}
