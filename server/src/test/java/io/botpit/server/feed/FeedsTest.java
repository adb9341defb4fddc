package io.botpit.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.Schedule;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.FakeLink;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedsTest {
    private static final Duration BEAT = Duration.ofMillis(250);

    @TempDir
    Path folder;

    private Rig rig;
    private Client ann;

    @BeforeEach
    void startAGame() {
        rig = new Rig(folder, Rig.rules(Entry.OPEN, new Schedule(false, 60_000)), Rig.unhurried());
        ann = rig.player("ann");
    }

    @AfterEach
    void closeTheRig() {
        rig.close();
    }

    private FakeLink follow(FeedView view) {
        FakeLink link = new FakeLink("10.0.0.7");
        rig.feeds().follow(rig.lobby().defaultGame(), view, link);
        rig.hand().settle();
        return link;
    }

    private GameId openAnother() {
        var opened = rig.lobby().open("admin", new NewGame(Rig.plainRules(), "Another", false));
        rig.hand().settle();
        return opened.join().orElseThrow();
    }

    private static String scoreOf(JsonNode frame, String name) {
        return frame.get("standings").values().stream()
                .filter(row -> row.get("name").asString().equals(name))
                .map(row -> row.get("score").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyReaderOfEventsSeesTheSameFrames() {
        FakeLink first = follow(FeedView.EVENTS);
        FakeLink second = follow(FeedView.EVENTS);

        ann.buy("999.99", "1");

        assertThat(first.frames())
                .singleElement()
                .satisfies(
                        frame -> assertThat(frame).contains("\"type\": \"buy\"").contains("999.99"));
        assertThat(second.frames()).isEqualTo(first.frames());
    }

    @Test
    void aSlowReaderIsCutAndTheOthersMissNothing() {
        FakeLink slow = follow(FeedView.EVENTS);
        FakeLink quick = follow(FeedView.EVENTS);
        slow.stick();

        for (int i = 0; i < 1_100; i++) {
            ann.send("{\"cmd\":\"bcast\",\"params\":{\"message\":" + i + "}}");
            rig.hand().settle();
        }

        assertThat(slow.closed()).isEqualTo("1013 slow_consumer");
        assertThat(quick.closed()).isNull();
        assertThat(quick.frames()).hasSize(1_100);
    }

    @Test
    void anUnknownGameClosesTheLink() {
        FakeLink link = new FakeLink("10.0.0.7");

        rig.feeds().follow(new GameId("g99"), FeedView.EVENTS, link);

        assertThat(link.closed()).isEqualTo("1008 unknown_game");
    }

    @Test
    void thePageGetsAPictureAndThenOnlyWhatIsNew() {
        ann.buy("999.99", "1.5");
        FakeLink page = follow(FeedView.SPECTATOR);

        assertThat(page.take())
                .singleElement()
                .satisfies(frame -> assertThat(frame)
                        .startsWith("{\"type\":\"snapshot\"")
                        .contains("\"books\":{\"BTC/USD\":{\"bids\":[[\"999.99\",\"1.5\"]],\"asks\":[]}")
                        .contains("\"final\":false"));

        ann.buy("999.98", "2");
        assertThat(page.take()).isEmpty();
        rig.hand().pass(BEAT);

        assertThat(page.take())
                .singleElement()
                .satisfies(frame -> assertThat(frame)
                        .startsWith("{\"type\":\"update\"")
                        .contains("[\"999.98\",\"2\"]")
                        .doesNotContain("ETH/USD\":{\"bids\"")
                        .doesNotContain("\"candles\""));
    }

    @Test
    void aSlowPageGetsOneUpdateForAllItMissed() {
        FakeLink page = follow(FeedView.SPECTATOR);
        page.take();
        page.stick();
        for (String price : List.of("990", "991", "992")) {
            ann.buy(price, "1");
            rig.hand().pass(BEAT);
        }
        assertThat(page.take()).hasSize(1);

        page.unstick();
        rig.hand().pass(BEAT);

        assertThat(page.take())
                .singleElement()
                .satisfies(frame ->
                        assertThat(frame).contains("990.00").contains("991.00").contains("992.00"));
    }

    @Test
    void thePageIsToldHowManyLookOn() {
        FakeLink first = follow(FeedView.SPECTATOR);
        assertThat(first.take())
                .singleElement()
                .satisfies(frame -> assertThat(frame).contains("\"viewers\":1"));

        FakeLink second = new FakeLink("10.0.0.8");
        FeedReader reader = rig.feeds().follow(rig.lobby().defaultGame(), FeedView.SPECTATOR, second);
        rig.hand().pass(BEAT);
        assertThat(second.take()).first().satisfies(frame -> assertThat(frame).contains("\"viewers\":2"));
        assertThat(first.take())
                .singleElement()
                .satisfies(frame -> assertThat(frame).contains("\"viewers\":2"));

        reader.close();
        rig.hand().pass(BEAT);
        assertThat(first.take())
                .singleElement()
                .satisfies(frame -> assertThat(frame).contains("\"viewers\":1"));
        ann.buy("999", "1");
        rig.hand().pass(BEAT);
        assertThat(first.take())
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame).doesNotContain("viewers"));
    }

    @Test
    void aRowSaysHowThePlayerGetsOn() {
        for (String price : List.of("999", "0", "0", "0")) {
            ann.buy(price, "1");
        }
        rig.lobby().act(rig.lobby().defaultGame(), "admin", new RefereeAct.Freeze(new PlayerId(1), true));
        rig.hand().pass(BEAT);

        assertThat(follow(FeedView.SPECTATOR).take())
                .singleElement()
                .satisfies(frame -> assertThat(frame)
                        .contains("\"openOrders\":0,\"rejects\":3,\"state\":\"frozen\"")
                        .contains(
                                "\"open\":true,\"rated\":false,\"batchMs\":0,\"grant\":{\"USD\":\"10000\",\"BTC\":\"10\"")
                        .contains("\"kind\":\"referee\",\"bots\":[\"ann\"]"));
    }

    @Test
    void whoIsNotBackWithinASecondIsAwayUntilHeIsBack() {
        FakeLink page = follow(FeedView.SPECTATOR);
        rig.hand().pass(BEAT);
        page.take();
        long sequence = rig.lobby().currentGame().view().sequence();

        ann.hangUp();
        rig.hand().pass(Duration.ofMillis(999));
        assertThat(page.take().toString()).doesNotContain("away", "connection");
        rig.hand().pass(BEAT);
        assertThat(page.take().toString())
                .contains(
                        "\"state\":\"away\"", "\"ann lost its connection\",\"kind\":\"connection\",\"bots\":[\"ann\"]");
        assertThat(stateOfAnn()).isEqualTo("away");

        rig.connect().auth("ann", ann.token());
        rig.hand().pass(BEAT);
        assertThat(page.take().toString())
                .contains("\"state\":\"ok\"", "\"ann is connected\",\"kind\":\"connection\",\"bots\":[\"ann\"]");
        assertThat(stateOfAnn()).isEqualTo("ok");
        assertThat(rig.lobby().currentGame().view().sequence()).isEqualTo(sequence + 2);
    }

    @Test
    void whoGoesToAnotherGameLostNoConnection() {
        FakeLink page = follow(FeedView.SPECTATOR);
        GameId elsewhere = openAnother();
        page.take();

        ann.ask("{\"cmd\":\"join\",\"params\":{\"game\":\"" + elsewhere + "\"}}");
        rig.hand().pass(Duration.ofSeconds(1).plus(BEAT));

        assertThat(page.take().toString())
                .contains("\"state\":\"moved\"", "\"ann went to another game\"")
                .doesNotContain("away", "lost its");

        ann.ask("{\"cmd\":\"join\",\"params\":{\"game\":\"" + rig.lobby().defaultGame() + "\"}}");
        rig.hand().pass(BEAT);
        assertThat(page.take().toString()).contains("\"state\":\"ok\"", "\"ann is connected\"");
    }

    private String stateOfAnn() {
        rig.hand().pass(SharedSheets.SHOWN);
        return ShownSheet.of(rig, "ann").orElseThrow().stand().state();
    }

    @Test
    void whoIsBackWithinASecondWasNeverAwayHoweverOften() {
        FakeLink page = follow(FeedView.SPECTATOR);
        rig.hand().pass(BEAT);
        page.take();
        long sequence = rig.lobby().currentGame().view().sequence();

        ann.hangUp();
        for (int i = 0; i < 5; i++) {
            rig.hand().pass(Duration.ofMillis(600));
            Client again = rig.connect();
            again.auth("ann", ann.token());
            again.hangUp();
        }
        assertThat(page.take().toString()).doesNotContain("away", "connection");
        assertThat(rig.lobby().currentGame().view().sequence()).isEqualTo(sequence);

        rig.hand().pass(Duration.ofMillis(1_250));
        assertThat(page.take().toString()).contains("\"state\":\"away\"", "ann lost its connection");
    }

    @Test
    void nobodyIsAwayFromOneOfTwoConnectionsOrFromAGameThatIsOver() {
        FakeLink page = follow(FeedView.SPECTATOR);
        Client second = rig.connect();
        second.auth("ann", ann.token());

        ann.hangUp();
        rig.hand().pass(Duration.ofMillis(59_500));
        second.hangUp();
        rig.hand().pass(Duration.ofSeconds(2));

        assertThat(page.take().toString()).contains("\"type\":\"final\"").doesNotContain("away", "lost its");
        assertThat(follow(FeedView.SPECTATOR).take().toString()).doesNotContain("away", "lost its");
    }

    @Test
    void theRaceEndsAtTheScoresOfTheTable() {
        Client bob = rig.player("bob");
        FakeLink page = follow(FeedView.SPECTATOR);
        rig.hand().pass(Duration.ofMillis(2_300));
        ann.buy("900", "1");
        bob.ask("{\"cmd\":\"sell_market\",\"params\":{\"size\":\"1\"}}");
        page.take();

        var ended = rig.lobby().endAll(EndCause.REFEREE, "Enough.");
        rig.hand().settle();
        ended.join();
        rig.hand().pass(BEAT);

        JsonNode late =
                JsonMapper.shared().readTree(follow(FeedView.SPECTATOR).take().getLast());
        JsonNode point = late.get("race").get(late.get("race").size() - 1);
        assertThat(point.get("t").asLong()).isEqualTo(late.at("/game/endsAt").asLong());
        assertThat(point.at("/scores/bob").decimalValue()).isNotZero().isEqualByComparingTo(scoreOf(late, "bob"));
        assertThat(page.take().toString()).contains("\"race\":{\"t\":" + point.get("t") + ",");
    }

    @Test
    void theEndIsShownOnce() {
        FakeLink page = follow(FeedView.SPECTATOR);

        rig.hand().pass(Duration.ofSeconds(61));

        assertThat(page.take())
                .filteredOn(frame -> frame.contains("\"type\":\"final\""))
                .singleElement()
                .satisfies(frame -> assertThat(frame).contains("TIME_LIMIT").contains("\"name\":\"ann\""));
        assertThat(follow(FeedView.SPECTATOR).take())
                .singleElement()
                .satisfies(frame -> assertThat(frame).contains("\"final\":true"));
    }
}
