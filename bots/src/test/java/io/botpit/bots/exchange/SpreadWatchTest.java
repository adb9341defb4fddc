package io.botpit.bots.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a program that uses an exchange is tested with what an exchange once told. */
class SpreadWatchTest {
    @Test
    void theWidestSpreadOfARecordedGameIsFound() throws IOException {
        Replay exchange = new Replay(recording());
        SpreadWatch watch = new SpreadWatch(exchange);

        exchange.connect().join();
        exchange.playUntil(exchange.now().plus(Duration.ofSeconds(1)));
        assertThat(watch.widest()).containsExactly(Map.entry("BTC/USD", new BigDecimal("10.00")));

        exchange.playUntil(exchange.now().plus(Duration.ofMinutes(1)));
        assertThat(watch.widest()).containsExactly(Map.entry("BTC/USD", new BigDecimal("12.00")));
        assertThat(exchange.isOver()).isTrue();
    }

    @Test
    void theBookOfAMomentCanBeAskedFor() throws IOException {
        Replay exchange = new Replay(recording());

        exchange.connect().join();

        assertThat(exchange.book("BTC/USD").join().bestBid())
                .hasValueSatisfying(bid -> assertThat(bid.price()).isEqualTo("995.00"));
        assertThat(exchange.ticker("BTC/USD").join().mark()).isEqualTo("1000.00");
        assertThat(exchange.book("ETH/USD").join().bids()).isEmpty();
    }

    @Test
    void theDocumentShowsTheProgramAsItIs() throws IOException {
        String program = Files.readString(Path.of("src/test/java/io/botpit/bots/exchange/SpreadWatch.java"));

        assertThat(Files.readString(Path.of("..", "docs", "exchange-client.md")))
                .contains(program.substring(program.indexOf("final class")).strip());
    }

    private static List<String> recording() throws IOException {
        try (InputStream in = SpreadWatchTest.class.getResourceAsStream("spread.jsonl")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
