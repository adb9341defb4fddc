package io.botpit.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BotRunnerTest {
    private static final Executor THREADS = Thread::startVirtualThread;
    private static final BotSettings FAST = BotSettings.standard().withBeat(Duration.ofMillis(5));

    @Test
    void itPlaysUntilItIsAskedToStopAndCancelsItsOrders() throws Exception {
        ServerScript server = new ServerScript(BotRunnerTest::game);
        CountDownLatch beats = new CountDownLatch(3);
        BotRunner runner = runner(server, beats);

        CompletableFuture<Ending> ending = CompletableFuture.supplyAsync(runner::run, THREADS);
        assertThat(runner.awaitReady(10, TimeUnit.SECONDS)).isTrue();
        beats.await();
        runner.stop();

        assertThat(ending.get().kind()).isEqualTo(Ending.Kind.STOPPED);
        assertThat(server.received).last().asString().contains("cancel_all");
    }

    @Test
    void itConnectsAgainAndResumes() throws Exception {
        ServerScript server = new ServerScript(BotRunnerTest::game);
        BotRunner runner = runner(server, new CountDownLatch(1));
        CompletableFuture<Ending> ending = CompletableFuture.supplyAsync(runner::run, THREADS);
        assertThat(runner.awaitReady(10, TimeUnit.SECONDS)).isTrue();

        server.connections.getFirst().hangUp("lost");
        await().until(() -> server.received.stream().anyMatch(frame -> frame.contains("\"cmd\": \"resume\"")));
        runner.stop();

        assertThat(ending.get().kind()).isEqualTo(Ending.Kind.STOPPED);
        assertThat(server.connections).hasSize(2);
        assertThat(server.received)
                .filteredOn(frame -> frame.contains("register"))
                .hasSize(1);
        assertThat(server.received).filteredOn(frame -> frame.contains("auth")).hasSize(1);
    }

    @Test
    void itGivesUpWhenItIsTurnedAway() {
        ServerScript server = new ServerScript(request -> List.of(ServerScript.refused(request, "not_whitelisted")));

        assertThat(runner(server, new CountDownLatch(1)).run().kind()).isEqualTo(Ending.Kind.TURNED_AWAY);
    }

    private static BotRunner runner(ServerScript server, CountDownLatch beats) {
        Bot bot = new Bot("ann", Tokens.inMemory(), (_, update) -> {
            if (update instanceof Update.Beat) {
                beats.countDown();
            }
            return List.of();
        });
        return new BotRunner(server, bot, FAST);
    }

    /** A running game that says what it must and nothing more. */
    static List<String> game(String request) {
        if (request.contains("\"hello\"")) {
            return List.of(ConversationTest.HELLO.formatted(ServerScript.idOf(request)));
        }
        if (request.contains("\"subscribe\"")) {
            return List.of(
                    ServerScript.done(request, "{}"),
                    "{\"type\": \"book\", \"seq\": 5, \"prev\": 0, \"snapshot\": true, \"books\": {\"BTC/USD\": {}}}",
                    "{\"type\": \"orders\", \"seq\": 5, \"prev\": 0, \"snapshot\": true, \"orders\": []}",
                    "{\"type\": \"wallet\", \"seq\": 5, \"prev\": 0, \"snapshot\": true, \"assets\": {}}",
                    "{\"type\": \"game\", \"seq\": 5, \"prev\": 0, \"snapshot\": true, \"phase\": \"running\","
                            + " \"marks\": {\"BTC/USD\": \"1000.00\"}, \"news\": []}");
        }
        return List.of(ServerScript.done(request, request.contains("register") ? "\"secret\"" : "null"));
    }
}
