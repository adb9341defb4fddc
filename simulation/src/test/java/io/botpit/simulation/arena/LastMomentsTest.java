package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Replay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A game ends when its time is over, whether nobody is left or everybody is still trading. */
final class LastMomentsTest {
    private static final int SECONDS = 4;
    private static final int ORDERS_PER_WRITE = 20;
    private static final int REFUSALS = 200;

    @TempDir
    Path data;

    @Test
    void aGameThatEverybodyLeftEndsOnTimeWithAResult() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, "--whitelist", "ann,bob", "--time-limit", "4")) {
            try (Bot ann = Bot.register(server.port(), "ann");
                    Bot bob = Bot.register(server.port(), "bob")) {
                ann.ask("sell", Map.of("price", "1000", "size", "1"));
                bob.ask("buy_market", Map.of("amount", "100.00"));
                ann.ask("buy", Map.of("price", "900", "size", "1"));
            }
            assertThat(server.livesFor(Duration.ofSeconds(SECONDS + 1))).isTrue();

            try (Bot late = Bot.connect(server.port())) {
                assertThat(late.ask("games").at("/data/0/phase").asString()).isEqualTo("ended");
                assertThat(late.ask("standings").get("data").size()).isEqualTo(2);
            }
            assertThat(server.terminate()).isZero();
        }
        assertEndedOnTime();
        assertThat(ServerProcess.run("verify", data.toString()).exit()).isZero();
    }

    @Test
    void ordersBehindTheEndAreAllRefused() throws Exception {
        try (ServerProcess server = ServerProcess.openMarket(data, "--whitelist", "ann,bob", "--time-limit", "4");
                Bot ann = Bot.register(server.port(), "ann");
                Bot bob = Bot.register(server.port(), "bob")) {
            List<String> annsCodes = new ArrayList<>();
            List<String> bobsCodes = new ArrayList<>();
            while (annsCodes.size() < REFUSALS) {
                trade(ann, "sell", Map.of("price", "1000", "size", "0.01"), annsCodes);
                trade(bob, "buy_market", Map.of("amount", "10.00"), bobsCodes);
                trade(bob, "sell", Map.of("price", "1000", "size", "0.01"), bobsCodes);
                trade(ann, "buy_market", Map.of("amount", "10.00"), annsCodes);
            }

            assertThat(annsCodes).containsOnly("game_not_running");
            assertThat(bobsCodes).containsOnly("game_not_running").hasSizeGreaterThan(REFUSALS / 2);
            assertThat(ann.ask("orders").at("/data/maker").size()).isZero();
            JsonNode wallet = ann.ask("wallets").at("/data/assets");
            wallet.forEach(asset -> assertThat(asset.path("held").asString()).containsPattern("^0(\\.0+)?$"));
            assertThat(server.terminate()).isZero();
        }
        List<Committed> story = story();
        int end = indexOf(story, Event.Ended.class::isInstance);
        assertThat(story.subList(0, end)).anyMatch(command -> has(command, Event.Traded.class::isInstance));
        assertThat(story.subList(end + 1, story.size()))
                .noneMatch(command -> has(command, event -> !(event instanceof Event.Rejected)));
        assertEndedOnTime();
        assertThat(ServerProcess.run("verify", data.toString()).exit()).isZero();
    }

    /** Sends some orders at once; after the end, codes has one entry for each. */
    private static void trade(Bot bot, String command, Map<String, String> order, List<String> codes) throws Exception {
        for (int i = 0; i < ORDERS_PER_WRITE; i++) {
            bot.send(Bot.frame(command, order));
        }
        for (int i = 0; i < ORDERS_PER_WRITE; i++) {
            String code = bot.next().path("code").asString("");
            if (code.equals("game_not_running") || !codes.isEmpty()) {
                codes.add(code);
            }
        }
    }

    private void assertEndedOnTime() {
        List<Committed> story = story();
        GameTime began =
                timeOf(story, event -> event instanceof Event.PhaseChanged change && change.to() == GamePhase.RUNNING);
        GameTime ended = timeOf(story, Event.Ended.class::isInstance);
        assertThat(ended.microsSince(began) / 1e6).isBetween(SECONDS + 0.0, SECONDS + 1.0);
    }

    private static GameTime timeOf(List<Committed> story, Predicate<Event> what) {
        return story.get(indexOf(story, what)).command().at();
    }

    private static int indexOf(List<Committed> story, Predicate<Event> what) {
        for (int i = 0; i < story.size(); i++) {
            if (has(story.get(i), what)) {
                return i;
            }
        }
        throw new AssertionError("never happened");
    }

    private static boolean has(Committed committed, Predicate<Event> what) {
        return committed.events().stream().anyMatch(what);
    }

    private List<Committed> story() {
        List<Committed> story = new ArrayList<>();
        try (JournalReader reader = new Journals(DataFolder.journalsIn(data)).read(new GameId("g1"))) {
            Replay.rebuild(reader, story::add);
        }
        return story;
    }
}
