package io.botpit.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.GameId;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.persistence.journal.FolderCheck;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.server.rig.Rig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedsTest {
    @TempDir
    Path folder;

    private Rig start(GameRules rules) {
        return new Rig(folder, rules, Rig.unhurried());
    }

    private static OpenGame another(Rig rig) {
        var opened = rig.lobby().open("admin", new NewGame(Rig.ratedRules(), "Another", false));
        rig.hand().settle();
        return rig.lobby().find(opened.join().orElseThrow()).orElseThrow();
    }

    @Test
    void everyRatedGameHasASeedOfItsOwnWhateverItsRulesCameWith() {
        try (Rig rig = start(Rig.ratedRules())) {
            OpenGame first = rig.lobby().currentGame();
            OpenGame second = another(rig);

            assertThat(Stream.of(first, second)
                            .map(game -> game.head().rules().seed())
                            .distinct())
                    .hasSize(2)
                    .doesNotContain(Rig.ratedRules().seed());
            assertThat(first.head().salt())
                    .hasSize(32)
                    .isNotEqualTo(second.head().salt());
        }
    }

    @Test
    void otherGamesKeepTheSeedTheyCameWith() {
        try (Rig rig = start(Rig.plainRules())) {
            JournalHead head = rig.lobby().currentGame().head();

            assertThat(head.rules().seed()).isEqualTo(Rig.plainRules().seed());
            assertThat(head.commitment()).isEmpty();
        }
    }

    @Test
    void anybodyCanHashTheCommitmentOnceTheSeedIsOut() throws NoSuchAlgorithmException {
        try (Rig rig = start(Rig.ratedRules())) {
            OpenGame game = rig.lobby().currentGame();
            JournalHead head = game.head();
            String text = "botpit seed 1\n" + game.id() + "\n" + head.rules().seed() + "\n" + head.salt() + "\n"
                    + head.rules().preset() + "\n";

            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));

            assertThat(head.commitment()).contains(hash);
            assertThat(rig.connect().askCommand("hello")).contains("\"seed_commitment\": \"" + hash + "\"");
            assertThat(rig.connect().askCommand("games")).contains(hash);
        }
    }

    @Test
    void theCommitmentIsWithTheLobbysRecordAndCheckedAgainstIt() {
        try (Rig rig = start(Rig.ratedRules())) {
            another(rig);
        }

        FolderCheck check = FolderCheck.of(folder);
        assertThat(check.lobby().fault()).isNull();
        assertThat(check.game(new GameId("g1"), _ -> {}).fault()).isNull();
        assertThat(check.game(new GameId("g2"), _ -> {}).fault()).isNull();
    }

    @Test
    void aRatedGameThatNamesTheBooksOwnersIsRefused() {
        GameRules named = Presets.named(Presets.CLASSIC, 1);

        assertThatThrownBy(() -> named.with(new Entry(named.entry().whitelist(), 0, true), named.schedule()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("anonymous");
    }
}
