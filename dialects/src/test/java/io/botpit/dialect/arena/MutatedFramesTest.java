package io.botpit.dialect.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.dialect.Decoded;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Viewer;
import io.botpit.protocol.Json;
import io.botpit.protocol.JsonLimits;
import io.botpit.protocol.JsonText;
import io.botpit.protocol.RequestFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing that can be sent makes the dialect throw. A failure names the seed and the frame. */
class MutatedFramesTest {
    private static final int FRAMES = 200_000;
    private static final long SEED = 20_261_121;
    private static final String TOKENS = "{}[]\",:\\ \u0000\ud800\udc00\u00e9e+-.0195truenullcmdparamsid";
    private static final int LENGTH_MAX = 4_096;

    private static final Path CORPUS = Path.of("..", "docs", "protocol", "abuse-frames.jsonl");
    private static final JsonText JSON = new JsonText(new JsonLimits(16, 64, 1 << 20, 64));

    private final ArenaDialect dialect = new ArenaDialect();
    private final Random random = new Random(SEED);
    private final Viewer player = ClientRequestsTest.PLAYER;
    private final Viewer guest = new Viewer(null, player.game(), player.rules(), player.names());
    private final List<String> seeds;

    MutatedFramesTest() throws IOException {
        seeds = seeds();
    }

    @Test
    void noFrameMakesDecodingThrow() {
        int understood = 0;
        for (int i = 0; i < FRAMES; i++) {
            String frame = mutated(seeds.get(random.nextInt(seeds.size())));
            try {
                understood += check(frame) ? 1 : 0;
            } catch (RuntimeException thrown) {
                throw new AssertionError("seed " + SEED + ", frame " + i + ": " + frame, thrown);
            }
        }
        assertThat(understood)
                .as("mutants that still make sense, or the mutations are too wild")
                .isBetween(FRAMES / 100, FRAMES);
    }

    /** Whether the frame was a request; where it was not, the refusal can be written. */
    private boolean check(String frame) {
        Viewer viewer = random.nextInt(4) == 0 ? guest : player;
        return switch (dialect.decode(frame, viewer)) {
            case Decoded.Ok _ -> true;
            case Decoded.NeedsLogin _ -> false;
            case Decoded.Malformed(var to, var denial, var detail) -> {
                assertThat(dialect.encode(to, new Reply.Denied(denial, detail), viewer))
                        .startsWith("{\"status\": false, \"message\": \"");
                yield false;
            }
        };
    }

    private String mutated(String frame) {
        StringBuilder text = new StringBuilder(frame);
        int times = random.nextInt(4);
        for (int i = 0; i < times && !text.isEmpty(); i++) {
            mutate(text);
        }
        text.setLength(Math.min(text.length(), LENGTH_MAX));
        return text.toString();
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + 1 + random.nextInt(8));
        switch (random.nextInt(7)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.setCharAt(at, TOKENS.charAt(random.nextInt(TOKENS.length())));
            case 2 -> text.insert(at, TOKENS.charAt(random.nextInt(TOKENS.length())));
            case 3 -> text.insert(at, text.substring(at, to).repeat(1 + random.nextInt(20)));
            case 4 -> text.delete(at, to);
            case 5 -> text.setLength(at);
            default -> {
                String other = seeds.get(random.nextInt(seeds.size()));
                text.insert(at, other.substring(random.nextInt(other.length() + 1)));
            }
        }
    }

    private static List<String> seeds() throws IOException {
        List<String> seeds = new ArrayList<>();
        ClientRequestsTest.requests()
                .map(request -> request.withId("a-1"))
                .map(RequestFrame::text)
                .forEach(seeds::add);
        for (String line : Files.readAllLines(CORPUS)) {
            if (JSON.read(line) instanceof JsonText.Read.Value(Json.ObjectValue entry)
                    && entry.get("payload") instanceof Json.TextValue(var payload)) {
                seeds.add(payload);
            }
        }
        return seeds;
    }
}
