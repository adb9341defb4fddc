package io.botpit.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GamePhase;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.Schedule;
import io.botpit.server.feed.FeedView;
import io.botpit.server.link.Places;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.FakeLink;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    @TempDir
    Path folder;

    @AutoClose
    private @Nullable Rig rig;

    private Rig rig(SessionLimits limits) {
        rig = new Rig(folder, Rig.plainRules(), limits);
        return rig;
    }

    private Rig rig() {
        return rig(Rig.unhurried());
    }

    @Test
    void registeringLogsInAndOrdersWork() {
        Client ann = rig().player("ann");

        assertThat(ann.token()).hasSize(64);
        assertThat(ann.buy("999.99", "1.5"))
                .contains("\"status\": true")
                .contains("Buy order placed.")
                .contains("\"user\": \"ann\"");
    }

    @Test
    void anUnknownUserHearsAsMuch() {
        Client nobody = rig().connect();

        assertThat(nobody.auth("bob", "0".repeat(64))).contains("User is not registered.");
    }

    @Test
    void aWrongTokenLeavesTheOldIdentity() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        rig.player("bob");

        assertThat(ann.auth("bob", "0".repeat(64))).contains("Authentication failed: Invalid token.");
        assertThat(ann.buy("999.99", "1")).contains("\"user\": \"ann\"");
    }

    @Test
    void aLaterLoginTakesOverTheConnection() {
        Rig rig = rig();
        Client bob = rig.player("bob");
        Client ann = rig.player("ann");

        assertThat(ann.auth("bob", bob.token())).contains("Authenticated");
        assertThat(ann.buy("999.99", "1")).contains("\"user\": \"bob\"");
    }

    @Test
    void answersKeepTheOrderOfTheRequests() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        ann.link().take();

        ann.send("{\"cmd\":\"buy\",\"params\":{\"price\":\"999\",\"size\":\"1\"},\"id\":\"1\"}");
        ann.send("{\"cmd\":\"ping\",\"params\":{},\"id\":\"2\"}");
        ann.send("nonsense");
        ann.send("{\"cmd\":\"wallets\",\"params\":{},\"id\":\"4\"}");
        ann.send("{\"cmd\":\"ping\",\"params\":{},\"id\":\"5\"}");
        rig.hand().settle();

        assertThat(ann.link().take())
                .hasSize(5)
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"id\": \"1\"").contains("Buy order placed."),
                        second -> assertThat(second).contains("\"id\": \"2\"").contains("pong"),
                        third -> assertThat(third).contains("Invalid message"),
                        fourth -> assertThat(fourth).contains("\"id\": \"4\"").contains("9001.00"),
                        fifth -> assertThat(fifth).contains("\"id\": \"5\""));
    }

    @Test
    void whatFollowsALoginWaitsForIt() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        Client again = rig.connect();

        again.send("{\"cmd\":\"auth\",\"params\":{\"username\":\"ann\",\"token\":\"" + ann.token() + "\"}}");
        again.send(Client.order("buy", "999", "1"));
        rig.hand().settle();

        assertThat(again.link().take().getLast()).contains("Buy order placed.");
    }

    @Test
    void tooManyRequestsInFlightAreAnsweredBusyInOrder() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        ann.link().take();

        for (int i = 0; i < SessionLimits.STANDARD.requestsInFlightMax() + 2; i++) {
            ann.command("wallets");
        }
        rig.hand().settle();

        List<String> answers = ann.link().take();
        assertThat(answers).hasSize(SessionLimits.STANDARD.requestsInFlightMax() + 2);
        assertThat(answers.subList(0, 256)).allMatch(answer -> answer.contains("Wallets."));
        assertThat(answers.getLast()).contains("\"code\": \"busy\"").contains("requests_in_flight_max=256");
    }

    @Test
    void nonsenseTwentyTimesInARowEndsTheConnection() {
        Client ann = rig().player("ann");

        for (int i = 0; i < 19; i++) {
            assertThat(ann.ask("[")).contains("Invalid message");
        }
        assertThat(ann.closed()).isNull();

        assertThat(ann.ask("[")).contains("Invalid message");
        assertThat(ann.closed()).isEqualTo("1008 malformed");
    }

    @Test
    void aStrangerMayBeRefusedTenTimes() {
        Client stranger = rig().connect();

        for (int i = 0; i < 10; i++) {
            assertThat(stranger.closed()).isNull();
            assertThat(stranger.askCommand("wallets")).contains("Must be authenticated");
        }

        assertThat(stranger.closed()).isEqualTo("1008 not_logged_in");
    }

    @Test
    void aSilentStrangerIsCutAfterTenSeconds() {
        Rig rig = rig();
        Client stranger = rig.connect();
        Client ann = rig.player("ann");

        rig.hand().pass(Duration.ofSeconds(6));
        stranger.askCommand("ping");
        rig.hand().pass(Duration.ofMillis(9_999));
        assertThat(stranger.closed()).isNull();
        rig.hand().pass(Duration.ofMillis(1));

        assertThat(stranger.closed()).isEqualTo("1008 login_timeout");
        assertThat(ann.closed()).isNull();
    }

    @Test
    void binaryIsRefused() {
        Rig rig = rig();
        FakeLink link = new FakeLink("10.0.0.1");
        rig.sessions().open(link).onBinary();

        assertThat(link.closed()).isEqualTo("1003 text only");
    }

    @Test
    void aReaderWhoDoesNotReadIsCutAndTheOthersGoOn() {
        Rig rig = rig();
        Client slow = rig.player("slow");
        Client ann = rig.player("ann");
        slow.link().stick();

        for (int i = 0; i < 1_100 && slow.closed() == null; i++) {
            slow.command("ping");
            rig.hand().settle();
        }

        assertThat(slow.closed()).isEqualTo("1013 slow_consumer");
        assertThat(ann.askCommand("wallets")).contains("Wallets.");
    }

    @Test
    void tooManyFromOneAddressAreSentAway() {
        rig = new Rig(folder, Rig.plainRules(), Rig.unhurried(), new Places(10, 1));
        Client first = rig.connect("10.0.0.9");

        Client second = rig.connect("10.0.0.9");
        assertThat(second.closed()).isEqualTo("1013 too_many_connections: connections_per_address_max=1");
        assertThat(second.register("ann")).isEqualTo("[]");
        first.hangUp();
        assertThat(rig.connect("10.0.0.9").closed()).isNull();
    }

    @Test
    void whoTalksOnWithoutALoginIsAWatcher() {
        rig = new Rig(folder, Rig.plainRules(), Rig.unhurried(), new Places(5, 5));
        List<Client> strangers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            strangers.add(rig.connect());
        }
        rig.hand().pass(Duration.ofSeconds(9));
        strangers.forEach(stranger -> stranger.askCommand("ping"));

        rig.hand().pass(Duration.ofSeconds(1));

        assertThat(strangers)
                .extracting(Client::closed)
                .filteredOn(Objects::nonNull)
                .hasSize(1);
        assertThat(strangers.getLast().closed())
                .isEqualTo("1013 too_many_watchers: watchers_max=4, 80 % of connections_max=5");
        strangers.getLast().hangUp();
        FakeLink page = new FakeLink("127.0.0.1");
        rig.feeds().followDefault(FeedView.SPECTATOR, page);
        assertThat(page.closed()).startsWith("1013 too_many_watchers");

        strangers.getFirst().register("ann");

        FakeLink another = new FakeLink("127.0.0.1");
        rig.feeds().followDefault(FeedView.SPECTATOR, another);
        assertThat(another.closed()).isNull();
    }

    @Test
    void aWhitelistedGameStartsWhenAllAreConnected() {
        rig = new Rig(folder, Rig.rules(new Entry(List.of("ann", "bob"), 0), new Schedule(false, 0)), Rig.unhurried());
        Client ann = rig.player("ann");

        assertThat(rig.connect().register("eve")).contains("User not in whitelist.");
        assertThat(ann.buy("999", "1")).contains("game_waiting");
        rig.player("bob");

        assertThat(rig.lobby().currentGame().view().phase()).isEqualTo(GamePhase.RUNNING);
        assertThat(ann.buy("999", "1")).contains("Buy order placed.");
    }

    @Test
    void whoeverLeavesAWaitingGameIsMissedAgain() {
        rig = new Rig(folder, Rig.rules(new Entry(List.of("ann", "bob"), 0), new Schedule(false, 0)), Rig.unhurried());
        Client ann = rig.player("ann");
        Client second = rig.connect();
        second.auth("ann", ann.token());

        ann.hangUp();
        second.hangUp();
        rig.player("bob");

        assertThat(rig.lobby().currentGame().view().phase()).isEqualTo(GamePhase.LOBBY);
    }

    @Test
    void theUserLimitIsTheUserLimit() {
        rig = new Rig(folder, Rig.rules(new Entry(List.of(), 1), new Schedule(false, 0)), Rig.unhurried());
        rig.player("ann");

        assertThat(rig.connect().register("ANN")).contains("User already registered.");
        assertThat(rig.connect().register("bob")).contains("User limit reached (1)");
    }

    @Test
    void ordersCanEndWithTheConnection() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        ann.buy("999", "1");
        ann.ask("{\"cmd\":\"cancel_on_disconnect\",\"params\":{\"on\":true}}");

        ann.hangUp();

        Client again = rig.connect();
        again.auth("ann", ann.token());
        assertThat(again.askCommand("orders")).contains("\"maker\": []");
    }

    @Test
    void theTimeLimitEndsTheGameWithNobodyTalking() {
        rig = new Rig(folder, Rig.rules(Entry.OPEN, new Schedule(false, 3_000)), Rig.unhurried());
        Client ann = rig.player("ann");
        ann.buy("999", "1");

        rig.hand().pass(Duration.ofSeconds(3));

        assertThat(rig.lobby().currentGame().view().phase()).isEqualTo(GamePhase.ENDED);
        assertThat(ann.buy("999", "1")).contains("game_not_running");
        assertThat(ann.closed()).isNull();
    }

    @Test
    void theAdminStartsAndPausesByTheSecret() {
        Rig rig = rig();
        Client ann = rig.player("ann");

        assertThat(ann.askCommand("pause")).contains("Admin secret required.");
        assertThat(ann.ask("{\"cmd\":\"pause\",\"params\":{\"secret\":\"guess\"}}"))
                .contains("Invalid admin secret.");
        assertThat(ann.admin("pause")).contains("Command accepted. Server is paused.");
        assertThat(ann.askCommand("wallets")).contains("Server is paused. Wait for admin \\\"start\\\" command.");
        assertThat(ann.admin("start")).contains("Command accepted. Open for business.");
        assertThat(ann.askCommand("wallets")).contains("Wallets.");
        assertThat(ann.admin("shutdown")).contains("Command accepted. Shutting down.");
        assertThat(rig.shutdowns()).isEqualTo(1);
    }

    @Test
    void guessingTheAdminsSecretIsLimitedPerAddress() {
        Rig rig = rig();
        Client thief = rig.player("thief");
        Client ann = rig.connect("10.0.0.2");
        ann.register("ann");

        for (int i = 0; i < 5; i++) {
            thief.ask("{\"cmd\":\"pause\",\"params\":{\"secret\":\"guess\"}}");
        }

        assertThat(thief.admin("pause")).contains("rate_limited");
        assertThat(ann.admin("pause")).contains("Command accepted.");
    }

    @Test
    void whenTheSecretCannotBeCheckedTheSessionGoesOn() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        rig.jamTheAdminDoor();

        assertThat(ann.admin("pause")).contains("\"code\": \"internal\"");
        assertThat(ann.askCommand("wallets")).contains("Wallets.");
    }

    @Test
    void subscriptionsBeginWithTheStateAndGoOnWithoutGaps() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        ann.buy("999", "1");
        ann.link().take();

        ann.send("{\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"book\",\"orders\"]}}");
        ann.send(Client.order("buy", "998", "2"));
        rig.hand().settle();

        List<String> frames = ann.link().take();
        assertThat(frames.getFirst()).contains("Subscribed.");
        assertThat(frames).anyMatch(f -> f.contains("\"type\": \"book\"") && f.contains("\"snapshot\": true"));
        assertThat(frames).anyMatch(f -> f.contains("\"type\": \"book\"") && f.contains("998") && f.contains("prev"));
        assertThat(frames).anyMatch(f -> f.contains("\"type\": \"orders\"") && f.contains("accepted"));
    }

    @Test
    void whoeverComesBackGetsWhatHeMissed() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        long before = rig.lobby().currentGame().view().sequence();
        ann.buy("999", "1");
        ann.buy("998", "1");
        Client again = rig.connect();
        again.auth("ann", ann.token());
        again.link().take();

        again.send("{\"cmd\":\"resume\",\"params\":{\"after\":" + before + ",\"channels\":[\"orders\"]}}");
        rig.hand().settle();

        assertThat(again.link().take())
                .filteredOn(frame -> frame.contains("accepted"))
                .hasSize(2);
        assertThat(again.ask("{\"cmd\":\"resume\",\"params\":{\"after\":99999,\"channels\":[\"orders\"]}}"))
                .contains("\"code\": \"resync\"");
    }
}
