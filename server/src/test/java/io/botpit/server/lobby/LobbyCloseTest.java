package io.botpit.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.GameId;
import io.botpit.server.rig.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LobbyCloseTest {
    @TempDir
    Path folder;

    @Test
    void aLobbyThatDoesNotGetItsTurnIsNamedAndNotWaitedForForEver() {
        Rig rig = new Rig(folder, Rig.plainRules(), Rig.unhurried());

        assertThatThrownBy(rig.lobby()::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not closed in time: the lobby's journal");
    }

    @Test
    void aGameThatDoesNotHaltIsNamedAndTheLobbysJournalIsClosed() {
        Rig rig = new Rig(folder, Rig.plainRules(), Rig.unhurried());
        rig.keepGamesWaiting();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(rig.lobby()::close);
        while (!closing.isDone()) {
            rig.hand().settle();
            Thread.onSpinWait();
        }

        assertThat(closing.exceptionNow()).hasMessage("not closed in time: game g1");
        assertThat(rig.fatal()).isEmpty();
    }

    @Test
    void aGameWhoseJournalCannotBeBegunStopsTheServer() throws IOException {
        Path gone = folder.resolve("journal");
        Files.createDirectory(gone);
        Rig rig = new Rig(gone, Rig.plainRules(), Rig.unhurried());
        Files.move(gone, folder.resolve("elsewhere"));

        CompletableFuture<Optional<GameId>> opened =
                rig.lobby().open("test", new NewGame(Rig.plainRules(), "Next", false));
        rig.hand().settle();

        assertThat(opened).isCompletedExceptionally();
        assertThat(rig.fatal()).containsExactly("journal of game g2");
    }
}
