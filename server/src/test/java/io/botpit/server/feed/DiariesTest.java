package io.botpit.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.dialect.arena.ArenaDialect;
import io.botpit.game.Committed;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.Rig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each bot was told of its own, as its game tells it. */
class DiariesTest {
    @TempDir
    Path folder;

    private static Diaries follow(Rig rig, int linesMax) {
        OpenGame game = rig.lobby().currentGame();
        Diaries diaries = new Diaries(game.feed().subject(), new ArenaDialect(), linesMax);
        game.loop().listen(new CommitListener() {
            @Override
            public void committed(List<Committed> batch) {
                batch.forEach(diaries::see);
            }
        });
        return diaries;
    }

    private static List<String> lines(Diaries diaries, String name) throws IOException {
        try (InputStream plain = diaries.packed(name).orElseThrow().plain()) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void aDiaryHasTheFramesOfOnesOwnChannelsAndTheRefusals() throws IOException {
        try (Rig rig = new Rig(folder, Rig.plainRules(), Rig.unhurried())) {
            Diaries diaries = follow(rig, Diaries.LINES_MAX);
            Client ann = rig.player("ann");
            Client bob = rig.player("bob");
            ann.buy("999", "2");
            ann.buy("0", "1");
            bob.ask("{\"cmd\":\"sell_market\",\"params\":{\"size\":\"0.5\"}}");
            diaries.close();

            List<String> own = lines(diaries, "ANN");
            assertThat(own).allMatch(line -> line.startsWith("{\"at\": ") && line.endsWith("}"));
            assertThat(own)
                    .filteredOn(line -> line.contains("\"type\": \"orders\""))
                    .first()
                    .asString()
                    .contains("\"event\": \"accepted\"", "\"price\": \"999.00\"");
            assertThat(own)
                    .filteredOn(line -> line.contains("\"type\": \"refused\""))
                    .singleElement()
                    .asString()
                    .contains("\"code\": \"price_too_low\"", "\"detail\": ");
            assertThat(own)
                    .filteredOn(line -> line.contains("\"type\": \"fills\""))
                    .singleElement()
                    .asString()
                    .contains("\"filled_size\": \"0.5000000000\"", "\"role\": \"maker\"");
            assertThat(own).anyMatch(line -> line.contains("\"type\": \"wallet\""));
            assertThat(lines(diaries, "bob"))
                    .noneMatch(line -> line.contains("price_too_low") || line.contains("\"user\": \"ann\""));
            assertThat(diaries.packed("carol")).isEmpty();
        }
    }

    @Test
    void whatComesBehindTheLimitIsCounted() throws IOException {
        try (Rig rig = new Rig(folder, Rig.plainRules(), Rig.unhurried())) {
            // The wallet that ann is given, and the first refusal.
            Diaries diaries = follow(rig, 2);
            Client ann = rig.player("ann");
            ann.buy("0", "1");
            ann.buy("0", "1");
            ann.buy("0", "1");
            ann.buy("0", "1");
            diaries.close();

            assertThat(lines(diaries, "ann")).last().isEqualTo("{\"type\": \"left_out\", \"lines\": 3}");
        }
    }
}
