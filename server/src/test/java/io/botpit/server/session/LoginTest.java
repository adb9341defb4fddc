package io.botpit.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.PlayerId;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path folder;

    @AutoClose
    private @Nullable Rig rig;

    private Rig rig() {
        rig = new Rig(folder, Rig.plainRules(), Rig.unhurried());
        return rig;
    }

    private static String byPassword(Client client, String name, String password) {
        return client.ask(
                "{\"cmd\":\"auth\",\"params\":{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}}");
    }

    private static String setPassword(Client client, String password) {
        return client.ask("{\"cmd\":\"set_password\",\"params\":{\"password\":\"" + password + "\"}}");
    }

    @Test
    void wrongTokensAreLimitedWhileTheOwnerLogsIn() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        Client thief = rig.player("thief");

        String answer = "";
        for (int i = 0; i < 100 && !answer.contains("rate_limited"); i++) {
            answer = thief.auth("ann", "0".repeat(64));
        }

        assertThat(answer).contains("rate_limited").contains("wrong_credentials_per_minute=30");
        assertThat(rig.connect().auth("ann", ann.token())).contains("Authenticated");
    }

    @Test
    void rotatingTheTokenClosesTheOtherConnections() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        Client other = rig.connect();
        other.auth("ann", ann.token());

        assertThat(ann.askCommand("rotate_token")).contains("\"status\": true");

        assertThat(other.closed()).isEqualTo("1008 token_rotated");
        assertThat(ann.closed()).isNull();
        assertThat(rig.connect().auth("ann", ann.token())).contains("Invalid token.");
    }

    @Test
    void wrongPasswordsFromElsewhereDoNotKeepTheOwnerOut() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        assertThat(setPassword(ann, PASSWORD)).contains("Password set.");
        Client thief = rig.connect("10.6.6.6");
        thief.register("thief");
        Client accomplice = rig.connect("10.6.6.7");
        accomplice.register("accomplice");

        // Together they spend what the name has in a minute, too.
        for (int i = 0; i < 30; i++) {
            assertThat(byPassword(thief, "ann", "guess number " + i)).contains("wrong_credentials");
            assertThat(byPassword(accomplice, "ann", "another guess " + i)).contains("wrong_credentials");
        }

        assertThat(byPassword(thief, "ann", PASSWORD))
                .contains("\"code\": \"rate_limited\"")
                .contains("limit wrong_credentials_per_minute=30, retry_after_ms=2000");
        assertThat(byPassword(rig.connect("10.0.0.2"), "ann", PASSWORD)).contains("Authenticated");
        rig.hand().pass(Duration.ofMinutes(1));
        assertThat(byPassword(thief, "ann", PASSWORD)).contains("Authenticated");
    }

    @Test
    void rightPasswordsCostNothing() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        setPassword(ann, PASSWORD);
        for (int i = 0; i < 28; i++) {
            ann.auth("ann", "0".repeat(64));
        }

        // Two wrong ones would be left.
        for (int i = 0; i < 4; i++) {
            assertThat(byPassword(ann, "ann", PASSWORD)).contains("Authenticated");
        }
    }

    @Test
    void aCheckThatBreaksCostsNothing() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        PlayerId id = rig.lobby().accounts().named("ann").orElseThrow().id();
        var changed = rig.lobby().changePassword(id, "no hash of bcrypt's");
        rig.hand().settle();
        changed.join();

        for (int i = 0; i < 40; i++) {
            assertThat(byPassword(ann, "ann", PASSWORD)).contains("\"code\": \"internal\"");
        }
    }

    @Test
    void whatTheJournalDoesNotTakeIsAnsweredAndTheSessionGoesOn() {
        Rig rig = rig();
        Client ann = rig.player("ann");
        Client other = rig.connect();
        other.auth("ann", ann.token());
        rig.breakLobbyJournal();

        assertThat(ann.askCommand("rotate_token")).contains("\"code\": \"internal\"");
        assertThat(setPassword(ann, PASSWORD)).contains("\"code\": \"internal\"");
        assertThat(rig.connect().register("bob")).contains("\"code\": \"internal\"");
        assertThat(ann.admin("shutdown")).contains("\"code\": \"internal\"");

        assertThat(ann.askCommand("wallets")).contains("Wallets.");
        assertThat(other.closed()).isNull();
        assertThat(rig.connect().auth("ann", ann.token())).contains("Authenticated");
        assertThat(rig.fatal()).contains("journal of the lobby");
    }
}
