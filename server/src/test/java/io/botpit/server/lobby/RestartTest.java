package io.botpit.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.FolderCheck;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.server.feed.FeedView;
import io.botpit.server.lobby.ArenaLobby.HouseAccount;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.FakeLink;
import io.botpit.server.rig.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path folder;

    private Rig start(long timeLimitMillis) {
        return new Rig(folder, Rig.rules(Entry.OPEN, new Schedule(false, timeLimitMillis)), Rig.unhurried());
    }

    @Test
    void accountsOrdersAndWalletsAreThereAgain() {
        String token;
        try (Rig before = start(0)) {
            Client ann = before.player("ann");
            ann.buy("999.99", "1.5");
            token = ann.token();
        }

        try (Rig after = start(0)) {
            Client ann = after.connect();

            assertThat(ann.auth("ann", token)).contains("Authenticated");
            assertThat(ann.askCommand("orders")).contains("999.99").contains("1.5000000000");
            assertThat(ann.askCommand("wallets")).contains("8500.02");
            assertThat(after.connect().register("Ann")).contains("User already registered.");
            assertThat(after.lobby().games()).hasSize(1);
        }
    }

    @Test
    void whoIsNotThereAgainIsAway() {
        String token;
        try (Rig before = start(0)) {
            token = before.player("ann").token();
            before.player("bob");
        }

        try (Rig after = start(0)) {
            after.connect().auth("ann", token);
            after.hand().pass(Duration.ofSeconds(1));
            FakeLink page = new FakeLink("10.0.0.7");
            after.feeds().follow(new GameId("g1"), FeedView.SPECTATOR, page);
            after.hand().settle();

            assertThat(page.take().toString())
                    .containsPattern("\"ann\".*\"state\":\"ok\".*\"bob\".*\"state\":\"away\"")
                    .contains("bob lost its connection")
                    .doesNotContain("ann lost");
        }
    }

    @Test
    void theTimeInWhichTheServerWasDownDoesNotCount() {
        try (Rig before = start(10_000)) {
            before.player("ann");
            before.hand().pass(Duration.ofSeconds(4));
        }

        try (Rig after = start(10_000)) {
            after.hand().pass(Duration.ofSeconds(9));
            assertThat(after.lobby().currentGame().view().phase()).isEqualTo(GamePhase.RUNNING);
            after.hand().pass(Duration.ofSeconds(1));
            assertThat(after.lobby().currentGame().view().phase()).isEqualTo(GamePhase.ENDED);
        }
    }

    @Test
    void aClockThatWasSetBackMeanwhileMakesTheGameNoLonger() {
        try (Rig before = start(10_000)) {
            Client ann = before.player("ann");
            before.hand().pass(Duration.ofSeconds(4));
            ann.buy("999", "1");
        }

        // A new rig's clock starts where the first one's did: four seconds back.
        try (Rig after = start(10_000)) {
            after.hand().pass(Duration.ofMillis(5_900));
            assertThat(after.lobby().currentGame().view().phase()).isEqualTo(GamePhase.RUNNING);
            after.hand().pass(Duration.ofMillis(200));
            assertThat(after.lobby().currentGame().view().phase()).isEqualTo(GamePhase.ENDED);
        }
    }

    @Test
    void afterTheClockWasSetBackEverybodyIsToldTheGamesTime() {
        String token;
        long started;
        try (Rig before = start(10_000)) {
            Client ann = before.player("ann");
            token = ann.token();
            started = before.hand().now().micros() / 1_000_000;
            before.hand().pass(Duration.ofSeconds(4));
            ann.buy("999", "1");
        }

        try (Rig after = start(10_000)) {
            Client ann = after.connect();
            ann.auth("ann", token);
            FakeLink page = new FakeLink("10.0.0.7");
            after.feeds().follow(after.lobby().defaultGame(), FeedView.SPECTATOR, page);
            after.hand().settle();

            assertThat(ann.askCommand("hello")).contains("\"now\": " + (started + 4));
            assertThat(ann.askCommand("ping")).contains("\"now\": " + (started + 4));
            assertThat(page.frames()).singleElement().asString().contains("\"leftMs\":6000");
        }
    }

    @Test
    void anEndedGameStaysEndedAndANewOneIsOpened() {
        try (Rig before = start(1_000)) {
            before.player("ann");
            before.hand().pass(Duration.ofSeconds(1));
        }

        try (Rig after = start(1_000)) {
            assertThat(after.lobby().defaultGame()).isEqualTo(new GameId("g2"));
            assertThat(after.lobby().currentGame().view().phase()).isEqualTo(GamePhase.RUNNING);
        }
    }

    @Test
    void aGameThatEndedWhileACopyWasMadeGoesOnInTheCopyAndCanEnd() throws IOException {
        Path journal = folder.resolve("g1.journal");
        Path copied = folder.resolve("copied");
        try (Rig before = start(10_000)) {
            before.player("ann").buy("999", "1");
            Files.copy(journal, copied);
            before.hand().pass(Duration.ofSeconds(10));
            assertThat(before.lobby().currentGame().view().phase()).isEqualTo(GamePhase.ENDED);
        }
        Files.move(copied, journal, StandardCopyOption.REPLACE_EXISTING);

        try (Rig after = start(10_000)) {
            assertThat(after.lobby().defaultGame()).isEqualTo(new GameId("g1"));
            assertThat(after.lobby().currentGame().view().phase()).isEqualTo(GamePhase.RUNNING);
            after.hand().pass(Duration.ofSeconds(10));
            assertThat(after.lobby().currentGame().view().phase()).isEqualTo(GamePhase.ENDED);
        }
        try (Rig again = start(10_000)) {
            assertThat(again.lobby().defaultGame()).isEqualTo(new GameId("g2"));
        }
        FolderCheck check = FolderCheck.of(folder);
        assertThat(check.lobby().fault()).isNull();
        assertThat(check.game(new GameId("g1"), _ -> {}).fault()).isNull();
    }

    @Test
    void severalGamesRunSideBySideAndComeBackTogether() {
        String token;
        try (Rig before = start(0)) {
            CompletableFuture<Optional<GameId>> second =
                    before.lobby().open("admin", new NewGame(Presets.named(Presets.OPEN_MARKET, 7), "Second", false));
            before.hand().settle();
            assertThat(second.join()).contains(new GameId("g2"));
            Client ann = before.player("ann");
            token = ann.token();
            ann.buy("999", "1");
            assertThat(ann.ask("{\"cmd\":\"join\",\"params\":{\"game\":\"g2\"}}"))
                    .contains("Joined.");
            assertThat(ann.askCommand("wallets")).contains("10000.00");
            assertThat(ann.buy("1000", "2")).contains("Buy order placed.");
        }

        try (Rig after = start(0)) {
            Client ann = after.connect();
            ann.auth("ann", token);

            assertThat(ann.askCommand("wallets")).contains("9001.00");
            ann.ask("{\"cmd\":\"join\",\"params\":{\"game\":\"g2\"}}");
            assertThat(ann.askCommand("wallets")).contains("8000.00");
        }
    }

    @Test
    void aNewDefaultGameTakesTheSessionsWithIt() {
        try (Rig rig = start(1_000)) {
            Client ann = rig.player("ann");
            rig.hand().pass(Duration.ofSeconds(1));
            assertThat(ann.buy("999", "1")).contains("game_not_running");

            CompletableFuture<Optional<GameId>> next =
                    rig.lobby().open("admin", new NewGame(Rig.plainRules(), "Next", true));
            rig.hand().settle();

            assertThat(next.join()).contains(rig.lobby().defaultGame());
            assertThat(ann.buy("999", "1")).contains("Buy order placed.");
        }
    }

    @Test
    void ofTwoNewDefaultGamesInARowTheNewestTakesTheSessions() {
        GameRules bobs = Rig.rules(new Entry(List.of("bob"), 0), new Schedule(false, 0));
        try (Rig rig = start(0)) {
            Client ann = rig.player("ann");

            // The newer one says at once that it does not take her; the older one's yes takes longer.
            var _ = rig.lobby().open("admin", new NewGame(Rig.plainRules(), "Older", true));
            var _ = rig.lobby().open("admin", new NewGame(bobs, "Newer", true));
            rig.hand().settle();

            assertThat(ann.askCommand("hello")).contains("\"title\": \"Newer\"");
        }
    }

    @Test
    void aHousePlayerKeepsItsAccountAndGetsANewToken() {
        String first;
        try (Rig before = start(0)) {
            CompletableFuture<HouseAccount> account = before.lobby().house("noise-1");
            before.hand().settle();
            first = account.join().token();
        }

        try (Rig after = start(0)) {
            CompletableFuture<HouseAccount> account = after.lobby().house("noise-1");
            after.hand().settle();

            assertThat(after.connect().auth("noise-1", first)).contains("Invalid token.");
            assertThat(after.connect().auth("noise-1", account.join().token())).contains("Authenticated");
            assertThat(after.lobby().accounts().named("noise-1").orElseThrow().house())
                    .isTrue();
        }
    }

    @Test
    void theHouseGivesWayToAUserWhoHadItsNameFirst() {
        try (Rig before = start(0)) {
            before.player("Noise-1");
            CompletableFuture<HouseAccount> account = before.lobby().house("noise-1");
            before.hand().settle();
            assertThat(account.join().name()).isEqualTo("noise-1.house");
            assertThat(before.connect().register("Noise-2.HOUSE")).contains("name_reserved");
        }

        try (Rig after = start(0)) {
            CompletableFuture<HouseAccount> account = after.lobby().house("noise-1");
            after.hand().settle();

            assertThat(account.join().name()).isEqualTo("noise-1.house");
            assertThat(after.connect().auth("noise-1.house", account.join().token()))
                    .contains("Authenticated");
            assertThat(after.lobby().accounts().named("noise-1").orElseThrow().house())
                    .isFalse();
        }
    }

    @Test
    void theHouseTakesNoUsersAccountWhateverItIsCalled() {
        try (LobbyJournal old = LobbyJournal.open(folder, Durability.PROCESS).journal()) {
            old.append(List.of(account(1, "noise-1"), account(2, "noise-1.house")));
        }

        try (Rig rig = start(0)) {
            CompletableFuture<HouseAccount> account = rig.lobby().house("noise-1");
            rig.hand().settle();

            assertThat(account.join().name()).isEqualTo("noise-1-2.house");
            assertThat(rig.lobby()
                            .accounts()
                            .named("noise-1.house")
                            .orElseThrow()
                            .house())
                    .isFalse();
        }
    }

    private static LobbyRecord account(int number, String name) {
        return new LobbyRecord.AccountOpened(
                new PlayerId(number), name, false, new PlayerId(number), "0".repeat(64), GameTime.EPOCH);
    }

    @Test
    void theHouseTakesNoUsersPlaceBeforeARestartAndAfterIt() {
        GameRules listed = Rig.rules(new Entry(List.of("ann", "bob"), 2), new Schedule(false, 0));
        try (Rig before = new Rig(folder, listed, Rig.unhurried())) {
            seatTheHouse(before);
            before.player("ann");
            before.hand().pass(Duration.ofSeconds(1));
            assertThat(before.lobby().games().getFirst().players()).isEqualTo(2);
        }

        try (Rig after = start(0)) {
            Client house = seatTheHouse(after);
            Client bob = after.connect();
            assertThat(bob.register("bob")).contains("Registered");
            after.lobby().act(new GameId("g1"), "test", new RefereeAct.Start());
            after.hand().settle();

            assertThat(house.buy("999", "1")).contains("Buy order placed.");
            assertThat(bob.buy("999", "1")).contains("Buy order placed.");
        }
    }

    private static Client seatTheHouse(Rig rig) {
        CompletableFuture<HouseAccount> account = rig.lobby().house("noise-1");
        rig.hand().settle();
        Client house = rig.connect();
        assertThat(house.auth("noise-1", account.join().token())).contains("Authenticated");
        return house;
    }

    @Test
    void aGameThatWaitsMissesEverybodyAfterARestart() {
        Entry both = new Entry(List.of("ann", "bob"), 0);
        try (Rig before = new Rig(folder, Rig.rules(both, new Schedule(false, 0)), Rig.unhurried())) {
            before.player("ann");
            before.hand().pass(Duration.ofSeconds(1));
            assertThat(before.lobby().currentGame().view().missing()).containsExactly("bob");
        }

        try (Rig after = start(0)) {
            after.hand().pass(Duration.ofSeconds(1));
            assertThat(after.lobby().currentGame().view().missing()).containsExactly("ann", "bob");

            after.player("bob");

            assertThat(after.lobby().currentGame().view().phase()).isEqualTo(GamePhase.LOBBY);
        }
    }
}
