package io.botpit.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArenaTest {
    @Test
    void aCallReturnsWhatTheServerSays() throws IOException {
        ServerScript server = new ServerScript(request -> List.of(ServerScript.done(request, "\"1000.00\"")));

        try (Arena arena = Arena.connect(server)) {
            assertThat(arena.price("BTC/USD").orThrow()).isEqualTo(new BigDecimal("1000.00"));
        }
        assertThat(server.received)
                .containsExactly("{\"cmd\": \"price\", \"params\": {\"symbol\": \"BTC/USD\"}, \"id\": \"1\"}");
    }

    @Test
    void aRefusalIsAValue() throws IOException {
        ServerScript server = new ServerScript(request -> List.of(ServerScript.refused(request, "insufficient_funds")));

        try (Arena arena = Arena.connect(server)) {
            assertThat(arena.buyMarket("BTC/USD", BigDecimal.TEN))
                    .isEqualTo(new Outcome.Refused<>("insufficient_funds", "no"));
        }
    }

    @Test
    void aReplyToAnotherRequestIsPassedOver() throws IOException {
        ServerScript server = new ServerScript(request -> List.of(
                "{\"status\": true, \"message\": \"late\", \"data\": \"1\", \"id\": \"77\"}",
                ServerScript.done(request, "\"2\"")));

        try (Arena arena = Arena.connect(server)) {
            assertThat(arena.price("BTC/USD").orThrow()).isEqualTo(new BigDecimal("2"));
        }
    }

    @Test
    void enteringRegistersOnceAndLogsInLater() throws IOException {
        ServerScript server = new ServerScript(request -> List.of(ServerScript.done(request, "\"secret\"")));
        Tokens tokens = Tokens.inMemory();

        try (Arena arena = Arena.connect(server)) {
            assertThat(arena.enter("ann", tokens).orThrow()).isEqualTo("secret");
            assertThat(arena.enter("ann", tokens).orThrow()).isEqualTo("secret");
        }
        assertThat(server.received).hasSize(2);
        assertThat(server.received.get(0)).contains("register");
        assertThat(server.received.get(1)).contains("auth").contains("secret");
    }

    @Test
    void aLostConnectionFailsEveryCall() throws IOException {
        ServerScript server = new ServerScript(_ -> List.of());

        try (Arena arena = Arena.connect(server)) {
            server.connections.getFirst().hangUp("gone");
            assertThatThrownBy(arena::wallets).isInstanceOf(IOException.class).hasMessageContaining("gone");
            assertThatThrownBy(arena::wallets).isInstanceOf(IOException.class).hasMessageContaining("gone");
        }
    }
}
