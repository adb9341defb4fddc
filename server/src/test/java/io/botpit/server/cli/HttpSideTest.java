package io.botpit.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.botpit.protocol.rest.GameList;
import io.botpit.protocol.rest.GameRow;
import io.botpit.protocol.rest.RestCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpSideTest {
    private final List<GameRow> games = new ArrayList<>();
    private HttpServer server;
    private HttpSide side;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/games", exchange -> {
            String[] query = exchange.getRequestURI().getQuery().split("[=&]", -1);
            GameList part = new GameList(games.stream()
                    .skip(Long.parseLong(query[3]))
                    .limit(Long.parseLong(query[1]))
                    .toList());
            byte[] body = RestCodec.json(part).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        side = new HttpSide(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        side.close();
        server.stop(0);
    }

    @Test
    void theDefaultGameIsFoundBehindTwoThousandOthersWhateverTheyAreCalled() {
        IntStream.rangeClosed(1, 2_000).forEach(i -> games.add(game(i, false)));
        games.add(game(2_001, true));

        assertThat(side.defaultGame()).isEqualTo("g2001");
    }

    @Test
    void noDefaultGameIsSaid() {
        IntStream.rangeClosed(1, 1_000).forEach(i -> games.add(game(i, false)));

        assertThatThrownBy(() -> side.defaultGame())
                .isInstanceOf(Failed.class)
                .hasMessage("the server has no default game");
    }

    private static GameRow game(int number, boolean isDefault) {
        GameRow.Times times = new GameRow.Times(5L, null, null);
        return new GameRow("g" + number, "one, \"two\", true", "classic", "running", 0, times, isDefault, null, null);
    }
}
