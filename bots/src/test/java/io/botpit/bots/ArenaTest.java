package io.botpit.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.Json;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushType;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.RequestFrame;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ArenaTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final RequestFrame BUY = RequestFrame.buy(new BigDecimal("10"), BigDecimal.ONE);

    private static final RequestFrame PING = RequestFrame.of(ArenaCommand.PING);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> answerToPrice = request -> ServerScript.done(request, "\"1000.00\"");
    private final ServerScript server = new ServerScript(this::answer);
    private final Arena arena =
            new Arena(server, new Arena.Login("ann", Tokens.inMemory()), BotSettings.standard(), new Notes());

    @AfterEach
    void hangUp() {
        arena.close();
    }

    @Test
    void aCallReturnsWhatTheServerSaysOnceTheLineIsReady() throws Exception {
        CompletableFuture<ReplyFrame> early = ask(RequestFrame.of(ArenaCommand.PRICE));
        arena.open();

        assertThat(early.get().data()).isEqualTo(Json.text("1000.00"));
        assertThat(told).startsWith("greeted g1", "BOOK").contains("ready");
    }

    @Test
    void aRefusalIsAReply() throws Exception {
        answerToPrice = request -> ServerScript.refused(request, "unknown_symbol");
        arena.open();

        assertThat(ask(RequestFrame.of(ArenaCommand.PRICE)).get().code()).isEqualTo("unknown_symbol");
    }

    @Test
    void aCallThatWasCutOffIsSentAgainAfterTheResume() throws Exception {
        answerToPrice = _ -> "";
        arena.open();
        CompletableFuture<ReplyFrame> reply = ask(RequestFrame.of(ArenaCommand.PRICE));
        await().until(() -> sent("price") == 1);

        answerToPrice = request -> ServerScript.done(request, "\"2\"");
        server.connections.getFirst().hangUp("gone");

        assertThat(reply.get().data()).isEqualTo(Json.text("2"));
        assertThat(sent("resume")).isPositive();
        assertThat(told).containsSubsequence("ready", "lost: gone", "ready");
    }

    @Test
    void anOrderThatWasCutOffIsSentAgainOnlyUnderAnIdOfItsOwn() throws Exception {
        answerToPrice = _ -> "";
        arena.open();
        CompletableFuture<ReplyFrame> bare = ask(BUY);
        CompletableFuture<ReplyFrame> named = ask(BUY.withClientOrderId("mine"));
        await().until(() -> sent("buy") == 2);

        answerToPrice = request -> ServerScript.done(request, "null");
        server.connections.getFirst().hangUp("gone");

        assertThat(named.get().status()).isTrue();
        assertThatThrownBy(bare::get)
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("it may have been done or not: gone");
    }

    @Test
    void aLateReplyIsNotWaitedForAndChangesNothing() throws Exception {
        List<String> held = new ArrayList<>();
        answerToPrice = request -> {
            held.add(ServerScript.done(request, "\"old\""));
            return "";
        };
        arena.open();
        CompletableFuture<ReplyFrame> late = arena.ask(RequestFrame.of(ArenaCommand.PRICE), Duration.ofMillis(200));

        assertThatThrownBy(late::get).hasCauseInstanceOf(TimeoutException.class);
        await().until(() -> held.size() == 1);
        answerToPrice = request -> ServerScript.done(request, "\"new\"");
        server.connections.getFirst().say(held.getFirst());

        assertThat(ask(RequestFrame.of(ArenaCommand.PRICE)).get().data()).isEqualTo(Json.text("new"));
    }

    @Test
    void whatIsTooLateToBeSentIsNotSent() throws Exception {
        CompletableFuture<ReplyFrame> late = arena.ask(BUY, Duration.ofMillis(1));
        assertThatThrownBy(late::get).hasCauseInstanceOf(TimeoutException.class);

        arena.open();

        assertThat(ask(RequestFrame.of(ArenaCommand.PRICE)).get().status()).isTrue();
        assertThat(sent("buy")).isZero();
    }

    @Test
    void noCallIsLeftOpenWhenTheLineIsClosed() {
        answerToPrice = _ -> "";
        arena.open();
        CompletableFuture<ReplyFrame> open = ask(RequestFrame.of(ArenaCommand.PRICE));
        await().until(() -> sent("price") == 1);

        arena.close();

        assertThatThrownBy(open::get).hasCauseInstanceOf(IOException.class);
        await().until(() -> told.getLast().equals("ended: STOPPED"));
        assertThatThrownBy(ask(BUY)::get).hasMessageContaining("the line is closed");
        assertThat(sent("cancel_all")).isZero();
    }

    @Test
    void aLineThatIsClosedBeforeItIsOpenLeavesNoCallOpenEither() {
        CompletableFuture<ReplyFrame> early = ask(BUY);

        arena.close();

        assertThatThrownBy(early::get).hasCauseInstanceOf(IOException.class).hasMessageContaining("asked to stop");
        await().untilAsserted(() -> assertThat(told).containsExactly("ended: STOPPED"));
        assertThat(server.connections).isEmpty();
    }

    @Test
    void aGapIsToldOfAndLeftForTheSnapshot() throws Exception {
        arena.open();
        ask(RequestFrame.of(ArenaCommand.PRICE)).get();
        int before = told.size();

        server.connections
                .getFirst()
                .say("{\"type\": \"book\", \"seq\": 9, \"prev\": 8, \"books\": {\"BTC/USD\": {}}}");

        await().until(() -> told.size() > before);
        assertThat(told.subList(before, told.size())).startsWith("missed BOOK");
    }

    @Test
    void tooManyCallsAtATimeAreRefusedAtOnce() {
        for (int call = 0; call < Arena.CALLS_OPEN_MAX; call++) {
            assertThat(ask(BUY)).isNotDone();
        }

        assertThatThrownBy(ask(BUY)::get).hasMessageContaining("calls_open_max: 1000");
    }

    @Test
    void callsThatAreRefusedDoNotCutTheLine() throws Exception {
        answerToPrice = request -> {
            for (int call = 0; call <= BotRunner.FRAMES_UNREAD_MAX; call++) {
                var _ = ask(PING);
            }
            return ServerScript.done(request, "\"1000.00\"");
        };
        arena.open();

        assertThat(ask(RequestFrame.of(ArenaCommand.PRICE)).get().status()).isTrue();
        assertThat(told).noneMatch(line -> line.startsWith("lost"));
        assertThat(server.connections).hasSize(1);
    }

    private CompletableFuture<ReplyFrame> ask(RequestFrame request) {
        return arena.ask(request, LIMIT);
    }

    private long sent(String command) {
        return server.received.stream()
                .filter(frame -> frame.contains("\"cmd\": \"" + command + "\""))
                .count();
    }

    private List<String> answer(String request) {
        boolean asked = request.contains("\"price\"") || request.contains("\"buy\"");
        if (!asked) {
            return BotRunnerTest.game(request);
        }
        String answer = answerToPrice.apply(request);
        return answer.isEmpty() ? List.of() : List.of(answer);
    }

    /** Writes down what it is told. */
    private final class Notes implements Arena.Guest {
        @Override
        public void greeted(HelloRecord game) {
            told.add("greeted " + game.game().id());
        }

        @Override
        public void ready() {
            told.add("ready");
        }

        @Override
        public void heard(PushFrame push) {
            told.add(push.type().name());
        }

        @Override
        public void missed(PushType channel) {
            told.add("missed " + channel);
        }

        @Override
        public void lost(String reason) {
            told.add("lost: " + reason);
        }

        @Override
        public void ended(Ending ending) {
            told.add("ended: " + ending.kind());
        }
    }
}
