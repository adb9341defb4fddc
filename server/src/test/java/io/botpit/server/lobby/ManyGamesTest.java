package io.botpit.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.RefereeAct;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.server.feed.FeedView;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.FakeLink;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an organiser who opens games all day does to the server. */
class ManyGamesTest {
    private static final GameId FIRST = new GameId("g1");
    private static final GameId SECOND = new GameId("g2");
    private static final Duration LONG = Duration.ofHours(Gamekeeper.RATED_WAIT_HOURS_MAX);

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

    @Test
    void aRatedGameThatNobodyStartsKeepsNobodyWaitingForEver() {
        for (GameRules rules : List.of(waiting("ann", "eve"), waiting())) {
            GameId waits = open(rules);
            rig().holdResultsUp(waits);
            rig().hand().pass(LONG.minusSeconds(1));
            release();
            assertThat(phase(waits)).isIn(GamePhase.LOBBY, GamePhase.PAUSED);

            rig().hand().pass(Duration.ofSeconds(2));
            release();

            assertThat(phase(waits)).isEqualTo(GamePhase.VOID);
        }
    }

    @Test
    void aRatedGameForWhichNoResultWaitsMayWaitItself() {
        GameId waits = open(waiting("ann", "eve"));
        rig().hand().pass(LONG.multipliedBy(7));

        release();

        assertThat(phase(waits)).isEqualTo(GamePhase.LOBBY);
    }

    @Test
    void theDefaultGameMayWaitForAsLongAsItMust() {
        started = new Rig(folder, waiting(), Rig.unhurried());
        rig().holdResultsUp(FIRST);
        rig().hand().pass(LONG.multipliedBy(7));

        release();

        assertThat(phase(FIRST)).isEqualTo(GamePhase.PAUSED);
    }

    @Test
    void aGameThatIsJustBeingStartedIsNotMadeVoid() {
        GameId waits = open(waiting("ann", "eve"));
        rig().holdResultsUp(waits);
        rig().hand().pass(LONG);
        rig().lobby()
                .find(waits)
                .orElseThrow()
                .loop()
                .owe(new Command.RefereeCommand("admin", new RefereeAct.Start()), _ -> {});
        assertThat(phase(waits)).isEqualTo(GamePhase.LOBBY);

        release();

        assertThat(phase(waits)).isEqualTo(GamePhase.RUNNING);
    }

    /** Rated, and not to begin before those who are listed are there, or without a list before the referee's start. */
    private static GameRules waiting(String... listed) {
        GameRules rules = Presets.named(Presets.RANKED, 5);
        Schedule schedule = rules.schedule();
        return rules.with(
                new Entry(List.of(listed), 0, true),
                new Schedule(listed.length == 0, schedule.timeLimitMillis(), schedule.closing()));
    }

    private GamePhase phase(GameId game) {
        return rig().lobby().find(game).orElseThrow().view().phase();
    }

    private GameId open(GameRules rules) {
        var opened = rig().lobby().open("admin", new NewGame(rules, "Waits", false));
        rig().hand().settle();
        return opened.join().orElseThrow();
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
        rig().lobby().tidy();
        rig().hand().settle();
    }

    private static String join(Client client, GameId game) {
        return client.ask("{\"cmd\":\"join\",\"params\":{\"game\":\"" + game + "\"}}");
    }
}
