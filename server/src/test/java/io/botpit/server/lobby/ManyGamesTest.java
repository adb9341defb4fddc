package io.botpit.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.RefereeAct;
import io.botpit.server.feed.FeedView;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.FakeLink;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an organiser who opens games all day does to the server. */
class ManyGamesTest {
    private static final GameId FIRST = new GameId("g1");
    private static final GameId SECOND = new GameId("g2");

    @TempDir
    Path folder;

    private @Nullable Rig started;

    @AfterEach
    void stopTheServer() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void soManyGamesMayBeOpenAndAnotherOneWhenOneIsOver() {
        for (int open = 1; open < Lobby.GAMES_OPEN_MAX; open++) {
            assertThat(open(false)).isPresent();
        }
        assertThat(open(false)).isEmpty();

        end(SECOND);

        assertThat(open(false)).contains(new GameId("g" + (Lobby.GAMES_OPEN_MAX + 1)));
        assertThat(open(false)).isEmpty();
    }

    @Test
    void aGameThatIsLongOverAndInTheTablesIsLetGo() {
        open(false);
        Client ann = rig().player("ann");
        Client bob = rig().player("bob");
        join(ann, SECOND);
        FakeLink reader = new FakeLink("10.0.0.9");
        rig().feeds().follow(SECOND, FeedView.EVENTS, reader);
        end(SECOND);

        rig().letTheTablesKnowEnds();
        rig().hand().pass(Duration.ofMinutes(Gamekeeper.KEPT_MINUTES).minusSeconds(1));
        release();
        assertThat(rig().lobby().find(SECOND)).as("people look at how it ended").isPresent();
        rig().hand().pass(Duration.ofSeconds(2));
        release();

        assertThat(rig().lobby().find(SECOND)).isEmpty();
        assertThat(rig().lobby().openGames()).extracting(OpenGame::id).containsExactly(FIRST);
        assertThat(join(bob, SECOND)).contains("unknown_game");
        FakeLink late = new FakeLink("10.0.0.9");
        rig().feeds().follow(SECOND, FeedView.EVENTS, late);
        assertThat(late.closed()).isEqualTo("1008 unknown_game");
        assertThat(ann.askCommand("wallets")).as("who is in it stays").contains("10000.00");
        assertThat(reader.closed()).isNull();
        assertThat(join(ann, FIRST)).contains("Joined.");
    }

    @Test
    void aGameThatRunsOrIsTheDefaultOneIsKept() {
        open(false);
        end(FIRST);
        rig().hand().pass(Duration.ofHours(1));
        rig().letTheTablesKnowEnds();
        release();
        assertThat(rig().lobby().openGames()).extracting(OpenGame::id).containsExactly(FIRST, SECOND);

        open(true);
        release();

        assertThat(rig().lobby().openGames()).extracting(OpenGame::id).containsExactly(SECOND, new GameId("g3"));
    }

    @Test
    void aGameThatTheTablesDoNotHaveYetIsKept() {
        open(false);
        end(SECOND);
        rig().hand().pass(Duration.ofHours(1));

        release();

        assertThat(rig().lobby().find(SECOND)).isPresent();
    }

    private Rig rig() {
        Rig rig = started == null ? new Rig(folder, Rig.plainRules(), Rig.unhurried()) : started;
        started = rig;
        return rig;
    }

    private Optional<GameId> open(boolean asDefault) {
        var opened = rig().lobby().open("admin", new NewGame(Rig.plainRules(), "One more", asDefault));
        rig().hand().settle();
        return opened.join();
    }

    private void end(GameId game) {
        var ended = rig().lobby()
                .act(game, "admin", new RefereeAct.End(EndCause.REFEREE))
                .orElseThrow();
        rig().hand().settle();
        ended.join();
    }

    private void release() {
        rig().lobby().releaseEnded();
        rig().hand().settle();
    }

    private static String join(Client client, GameId game) {
        return client.ask("{\"cmd\":\"join\",\"params\":{\"game\":\"" + game + "\"}}");
    }
}
