package io.botpit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.protocol.SpectatorFrame.AnswerMs;
import io.botpit.protocol.SpectatorFrame.Book;
import io.botpit.protocol.SpectatorFrame.Candle;
import io.botpit.protocol.SpectatorFrame.Clock;
import io.botpit.protocol.SpectatorFrame.Conduct;
import io.botpit.protocol.SpectatorFrame.Field;
import io.botpit.protocol.SpectatorFrame.Game;
import io.botpit.protocol.SpectatorFrame.Instrument;
import io.botpit.protocol.SpectatorFrame.LogLine;
import io.botpit.protocol.SpectatorFrame.Market;
import io.botpit.protocol.SpectatorFrame.RacePoint;
import io.botpit.protocol.SpectatorFrame.Row;
import io.botpit.protocol.SpectatorFrame.Terms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpectatorFramesTest {
    private static final BigDecimal ONE = BigDecimal.ONE;

    private static Game game() {
        return new Game(
                "g1",
                "Demo",
                "classic",
                "RUNNING",
                "FULL",
                new Clock(1_000L, null, null, null, null, null),
                List.of(),
                new Terms(true, false, 50, null, Map.of("BTC", "10"), List.of(new Instrument("BTC/USD", 2, 8))));
    }

    private static Row ann() {
        Conduct conduct = new Conduct(2, 1, "ok", 12.5, new AnswerMs(0.2, 1.0));
        return new Row(1, "ann", false, "20000.00", "0.00", Map.of("BTC", "10"), conduct);
    }

    @Test
    void aSnapshotIsOneFlatObject() {
        Market market = new Market(
                Map.of("BTC/USD", "1000.00"),
                Map.of("BTC/USD", new Book(List.of(List.of("999.99", "1.5")), List.of())),
                List.of(),
                Map.of("BTC/USD", List.of(new Candle(7, ONE, ONE, ONE, ONE, ONE))));
        Field field = new Field(List.of(ann()), List.of(new RacePoint(5, Map.of("ann", ONE))), null, 4);

        String json = new SpectatorFrames()
                .write(new SpectatorFrame(
                        "snapshot",
                        3,
                        5,
                        game(),
                        null,
                        market,
                        field,
                        List.of(new LogLine(5, "on", "phase", List.of())),
                        false));

        assertThat(json)
                .isEqualTo("{\"type\":\"snapshot\",\"seq\":3,\"t\":5,\"game\":{\"id\":\"g1\",\"title\":\"Demo\","
                        + "\"preset\":\"classic\",\"phase\":\"RUNNING\",\"mode\":\"FULL\",\"startedAt\":1000,\"missing\":[],"
                        + "\"open\":true,\"rated\":false,\"batchMs\":50,\"grant\":{\"BTC\":\"10\"},\"instruments\":[{\"symbol\":\"BTC/USD\",\"priceDecimals\":2,\"sizeDecimals\":8}]},"
                        + "\"marks\":{\"BTC/USD\":\"1000.00\"},"
                        + "\"books\":{\"BTC/USD\":{\"bids\":[[\"999.99\",\"1.5\"]],\"asks\":[]}},\"trades\":[],"
                        + "\"candles\":{\"BTC/USD\":[[7,1,1,1,1,1]]},"
                        + "\"standings\":[{\"place\":1,\"name\":\"ann\",\"house\":false,\"equity\":\"20000.00\","
                        + "\"score\":\"0.00\",\"wallet\":{\"BTC\":\"10\"},\"openOrders\":2,\"rejects\":1,\"state\":\"ok\","
                        + "\"roundTripMs\":12.5,\"answerMs\":{\"p50\":0.2,\"p99\":1.0}}],"
                        + "\"race\":[{\"t\":5,\"scores\":{\"ann\":1}}],\"viewers\":4,"
                        + "\"log\":[{\"t\":5,\"text\":\"on\",\"kind\":\"phase\",\"bots\":[]}],"
                        + "\"final\":false}");
    }

    @Test
    void anUpdateHasOnlyWhatChanged() {
        String json = new SpectatorFrames()
                .write(new SpectatorFrame(
                        "update",
                        4,
                        6,
                        null,
                        9L,
                        new Market(null, null, null, null),
                        new Field(null, null, null, null),
                        null,
                        null));

        assertThat(json).isEqualTo("{\"type\":\"update\",\"seq\":4,\"t\":6,\"left\":9}");
    }
}
