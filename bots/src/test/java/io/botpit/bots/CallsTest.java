package io.botpit.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.Json;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushType;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.RequestFrame;
import io.botpit.protocol.ServerFrame;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which calls go out, and in which game. Without a socket, a thread or a clock. */
@Timeout(30)
class CallsTest {
    private static final HelloRecord FIRST = hello("g1");
    private static final HelloRecord SECOND = hello("g2");
    private static final RequestFrame BUY =
            RequestFrame.buy(new BigDecimal("10"), BigDecimal.ONE).withClientOrderId("mine");
    private static final RequestFrame PRICE = RequestFrame.of(ArenaCommand.PRICE);

    private final Calls calls = new Calls(new Deaf());
    private Requests requests = new Requests(new Pace(1));
    private HelloRecord game = FIRST;
    private long nowMillis;

    @BeforeEach
    void connect() {
        calls.greeted(FIRST);
    }

    static List<RequestFrame> whatIsMeantForOneGame() {
        return List.of(
                BUY,
                BUY.asTest(),
                RequestFrame.sellMarket(BigDecimal.ONE).withClientOrderId("mine"),
                RequestFrame.cancelByClientId("mine"),
                RequestFrame.amend("1", BigDecimal.ONE),
                RequestFrame.of(ArenaCommand.CANCEL_ALL),
                RequestFrame.cancelAfter(1_000),
                RequestFrame.cancelOnDisconnect(true));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsMeantForOneGame(RequestFrame request) {
        CompletableFuture<ReplyFrame> cut = ask(request);
        assertThat(due()).hasSize(1);

        reconnect(SECOND);

        assertThat(due()).isEmpty();
        assertThatThrownBy(cut::get)
                .hasCauseInstanceOf(Arena.GameLeftException.class)
                .hasMessageContaining(request.command().word()
                        + " was meant for game g1, which was left for g2: it may have been done there or not");
    }

    @Test
    void whatWasWishedWhileNobodyWasThereIsMeantForTheGameThatWasKnown() {
        calls.lost("gone");
        CompletableFuture<ReplyFrame> order = ask(BUY);
        CompletableFuture<ReplyFrame> price = ask(PRICE);

        reconnect(SECOND);

        assertThatThrownBy(order::get).hasMessageContaining("left for g2: it was never sent");
        assertThat(due()).singleElement().asString().contains("\"price\"");
        assertThat(price).isNotDone();
    }

    @Test
    void inTheSameGameItIsSentAgain() {
        CompletableFuture<ReplyFrame> order = ask(BUY);
        assertThat(due()).hasSize(1);

        reconnect(FIRST);

        assertThat(due()).singleElement().asString().contains("\"mine\"");
        assertThat(order).isNotDone();
    }

    @Test
    void whatWaitsForItsTurnDoesNotGoToTheNextGameAndWhatWasSentIsAnswered() {
        CompletableFuture<ReplyFrame> sent = ask(BUY);
        CompletableFuture<ReplyFrame> waiting = ask(BUY.withClientOrderId("next"));
        assertThat(due()).hasSize(1);

        game = SECOND;
        calls.greeted(SECOND);
        nowMillis += 10_000;

        assertThat(due()).isEmpty();
        assertThatThrownBy(waiting::get).hasMessageContaining("it was never sent");
        requests.answered(
                (ReplyFrame) ServerFrame.read("{\"status\": true, \"message\": \"\", \"data\": null, \"id\": \"1\"}"),
                0);
        assertThat(sent).isCompleted();
    }

    @Test
    void whatWasNeverSentCanStillBeSaidAfterALostConnection() {
        CompletableFuture<ReplyFrame> first = ask(PRICE);
        CompletableFuture<ReplyFrame> said = ask(RequestFrame.broadcast(Json.text("hello")));
        assertThat(due()).hasSize(1);

        reconnect(FIRST);
        nowMillis += 1_000;
        first.cancel(false);

        assertThat(due()).singleElement().asString().contains("hello");
        assertThat(said).isNotDone();
    }

    @Test
    void aCallWhoseTimeIsUpIsForgottenAndNeverSent() {
        for (int round = 0; round < 3; round++) {
            List<CompletableFuture<ReplyFrame>> away = IntStream.range(0, Arena.CALLS_OPEN_MAX)
                    .mapToObj(_ -> ask(BUY))
                    .toList();
            assertThat(away).allMatch(call -> !call.isDone());
            assertThatThrownBy(ask(BUY)::get).hasMessageContaining("calls_open_max: 1000");
            if (round == 1) {
                assertThat(due()).hasSize(1);
                calls.lost("gone");
            }
            away.forEach(call -> call.completeExceptionally(new TimeoutException()));
        }

        CompletableFuture<ReplyFrame> price = ask(PRICE);
        reconnect(FIRST);

        assertThat(due()).singleElement().asString().contains("\"price\"");
        assertThat(price).isNotDone();
    }

    private CompletableFuture<ReplyFrame> ask(RequestFrame request) {
        Calls.Call call = new Calls.Call(request);
        calls.add(call);
        return call.reply();
    }

    private void reconnect(HelloRecord next) {
        calls.lost("gone");
        game = next;
        requests = new Requests(new Pace(1));
        calls.greeted(next);
    }

    private List<String> due() {
        calls.think(new Sight(game, nowMillis), requests, nowMillis);
        return requests.due(nowMillis);
    }

    private static HelloRecord hello(String game) {
        String text = ConversationTest.HELLO.formatted("1").replace("\"g1\"", "\"" + game + "\"");
        return HelloRecord.from(((ReplyFrame) ServerFrame.read(text)).data());
    }

    /** Hears nothing. */
    private static final class Deaf implements Arena.Guest {
        @Override
        public void greeted(HelloRecord game) {}

        @Override
        public void ready() {}

        @Override
        public void heard(PushFrame push) {}

        @Override
        public void missed(PushType channel) {}

        @Override
        public void lost(String reason) {}

        @Override
        public void ended(Ending ending) {}
    }
}
