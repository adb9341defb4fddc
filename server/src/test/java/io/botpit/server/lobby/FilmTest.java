package io.botpit.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Schedule;
import io.botpit.persistence.journal.Journals;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.Rig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FilmTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private JsonNode film(GameRules rules, Consumer<Rig> play) throws IOException {
        try (Rig rig = new Rig(folder, rules, Rig.unhurried())) {
            play.accept(rig);
            var ended = rig.lobby().endAll(EndCause.REFEREE, "Enough.");
            rig.hand().settle();
            ended.join();
        }
        OldGame game = new OldGame(new GameId("g1"), new Journals(folder), new Accounts());
        try (var plain = game.film().plain()) {
            return JSON.readTree(plain.readAllBytes());
        }
    }

    private static List<Long> secondsOf(JsonNode film) {
        long start = film.at("/frames/0/t").asLong();
        return film.get("frames").values().stream()
                .map(frame -> (frame.get("t").asLong() - start) / 1_000)
                .toList();
    }

    @Test
    void thereIsAFrameForEachSecondAlsoWhereNothingHappens() throws IOException {
        JsonNode film = film(Rig.plainRules(), rig -> {
            Client ann = rig.player("ann");
            rig.hand().pass(Duration.ofMillis(3_500));
            ann.buy("999", "1");
            rig.hand().pass(Duration.ofSeconds(1));
        });

        assertThat(secondsOf(film)).containsExactly(0L, 1L, 2L, 3L, 4L, 4L);
        assertThat(film.at("/frames/3/books").isMissingNode()).isTrue();
        assertThat(film.at("/frames/4/books/BTC~1USD/bids/0/0").asString()).isEqualTo("999.00");
        assertThat(film.at("/frames/5/type").asString()).isEqualTo("final");
        assertThat(film.at("/frames/5/standings/0/openOrders").asInt()).isZero();
    }

    @Test
    void theStepOfALongGameIsWiderUntilItsFramesFit() throws IOException {
        JsonNode film = film(Rig.plainRules(), rig -> {
            Client ann = rig.player("ann");
            for (int minute = 0; minute < 121; minute++) {
                rig.hand().pass(Duration.ofMinutes(1));
                ann.buy("999", "0.1");
            }
        });

        assertThat(film.get("stepMs").asLong()).isEqualTo(4_000);
        assertThat(film.get("frames").size()).isEqualTo(121 * 15 + 2);
    }

    @Test
    void aGameOfADayHasAFrameForEachHalfMinuteOrSo() throws IOException {
        JsonNode film = film(Rig.plainRules(), rig -> {
            Client ann = rig.player("ann");
            rig.hand().pass(Duration.ofDays(1));
            ann.buy("999", "0.1");
        });

        assertThat(film.get("stepMs").asLong()).isEqualTo(32_000);
        assertThat(secondsOf(film)).startsWith(0L, 32L, 64L).endsWith(86_368L, 86_400L, 86_400L);
    }

    @Test
    void aGameThatNeverBeganIsItsLobbyAndItsEnd() throws IOException {
        JsonNode film =
                film(Rig.rules(new Entry(List.of("ann", "bob"), 0), new Schedule(false, 0)), rig -> rig.player("ann"));

        assertThat(film.get("frames").values().stream()
                        .map(frame -> frame.get("type").asString()))
                .containsExactly("snapshot", "final");
    }
}
