package io.botpit.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.PlayerId;
import io.botpit.game.rules.GameRules;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ann has a password, and may have bots under her account. */
class OwnersTest {
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path folder;

    private Rig start(GameRules rules) {
        return new Rig(folder, rules, Rig.unhurried());
    }

    private static Client ann(Rig rig) {
        Client ann = rig.connect();
        ann.ask("{\"cmd\":\"register\",\"params\":{\"username\":\"ann\",\"password\":\"" + PASSWORD + "\"}}");
        return ann;
    }

    private static String under(Client client, String name, String owner, String password) {
        return client.ask("{\"cmd\":\"register\",\"params\":{\"username\":\"" + name + "\",\"owner\":\"" + owner
                + "\",\"owner_password\":\"" + password + "\"}}");
    }

    private static PlayerId owner(Rig rig, String name) {
        return rig.lobby().accounts().named(name).orElseThrow().owner();
    }

    @Test
    void anOwnerHasFiveAccountsAtMost() {
        try (Rig rig = start(Rig.plainRules())) {
            ann(rig);

            for (int number = 2; number <= 5; number++) {
                assertThat(under(rig.connect(), "ann-" + number, "ANN", PASSWORD))
                        .contains("Registered");
            }

            assertThat(under(rig.connect(), "ann-6", "ann", PASSWORD))
                    .contains("owner_bots_max")
                    .contains("bots_per_owner_max=5");
            assertThat(owner(rig, "ann-5")).isEqualTo(owner(rig, "ann"));
        }
    }

    @Test
    void nobodyOpensAnAccountInTheNameOfAnother() {
        try (Rig rig = start(Rig.plainRules())) {
            ann(rig);
            rig.player("bob");

            assertThat(under(rig.connect(), "x", "ann", "wrong guess")).contains("wrong_credentials");
            assertThat(under(rig.connect(), "x", "bob", PASSWORD)).contains("wrong_credentials");
            assertThat(under(rig.connect(), "x", "nobody", PASSWORD)).contains("unknown_name");
            assertThat(rig.connect().ask("{\"cmd\":\"register\",\"params\":{\"username\":\"x\",\"owner\":\"ann\"}}"))
                    .contains("missing_field")
                    .contains("owner_password");
            assertThat(rig.lobby().accounts().named("x")).isEmpty();
        }
    }

    @Test
    void guessesAtAnOwnersPasswordAreLimitedLikeAnyOther() {
        try (Rig rig = start(Rig.plainRules())) {
            ann(rig);

            String answer = "";
            for (int i = 0; i < 100 && !answer.contains("rate_limited"); i++) {
                answer = under(rig.connect(), "x", "ann", "wrong guess");
            }

            assertThat(answer).contains("rate_limited");
        }
    }

    @Test
    void aBotOfSomebodyOwnsNoBots() {
        try (Rig rig = start(Rig.plainRules())) {
            ann(rig);
            Client second = rig.connect();
            under(second, "ann-2", "ann", PASSWORD);
            second.ask("{\"cmd\":\"set_password\",\"params\":{\"password\":\"" + PASSWORD + "\"}}");

            assertThat(under(rig.connect(), "ann-3", "ann-2", PASSWORD)).contains("owner_invalid");
        }
    }

    @Test
    void ownersOutliveTheProcess() {
        try (Rig before = start(Rig.plainRules())) {
            ann(before);
            under(before.connect(), "ann-2", "ann", PASSWORD);
        }

        try (Rig after = start(Rig.plainRules())) {
            assertThat(owner(after, "ann-2")).isEqualTo(owner(after, "ann"));
            assertThat(owner(after, "ann")).isEqualTo(new PlayerId(1));
        }
    }

    @Test
    void aRatedGameTakesOneBotOfEachOwner() {
        try (Rig rig = start(Rig.ratedRules())) {
            Client first = ann(rig);
            Client second = rig.connect();
            under(second, "ann-2", "ann", PASSWORD);
            Client bob = rig.player("bob");

            assertThat(first.buy("999", "1")).contains("Buy order placed.");
            assertThat(second.buy("999", "1")).contains("not_a_player");
            assertThat(second.ask("{\"cmd\":\"join\",\"params\":{\"game\":\"g1\"}}"))
                    .contains("owner_in_game");
            assertThat(bob.buy("999", "1")).contains("Buy order placed.");
        }

        try (Rig after = start(Rig.ratedRules())) {
            Client third = after.connect();
            assertThat(under(third, "ann-3", "ann", PASSWORD)).contains("Registered");
            assertThat(third.buy("999", "1")).contains("not_a_player");
        }
    }

    @Test
    void botsOfOneOwnerDoNotTradeWithEachOther() {
        try (Rig rig = start(Rig.plainRules())) {
            Client first = ann(rig);
            Client second = rig.connect();
            under(second, "ann-2", "ann", PASSWORD);
            first.ask(Client.order("sell", "1001", "1"));

            second.ask("{\"cmd\":\"buy_market\",\"params\":{\"amount\":\"500\"}}");

            assertThat(second.askCommand("fills")).contains("\"data\": []");
            assertThat(first.askCommand("orders")).contains("1001");
        }
    }
}
