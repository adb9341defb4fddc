package io.botpit.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.GameMode;
import io.botpit.game.RefereeAct;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.Presets;
import io.botpit.game.scenario.House;
import io.botpit.game.scenario.Incident;
import io.botpit.game.scenario.PriceModel;
import io.botpit.game.scenario.Scenario;
import io.botpit.game.scenario.Scenario.Course;
import io.botpit.game.scenario.Script;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Replay;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario in a game of the server: what the referee does, and at which second, whatever happens to the server. */
class ScenarioDriverTest {
    private static final Scenario SCENARIO = new Scenario(
            "stormy",
            "For tests.",
            Presets.OPEN_MARKET,
            120,
            null,
            House.STANDARD,
            List.of(
                    new Course(new Symbol("BTC/USD"), new PriceModel.Geometric(0, 500)),
                    new Course(new Symbol("ETH/USD"), new PriceModel.RandomWalk(5))),
            List.of(
                    new Incident.News(3, "up", "down", "d"),
                    new Incident.Jump(4, null, 20_000, 2, 0, "d"),
                    new Incident.Halt(5, 4, GameMode.VIEW_ONLY, true),
                    new Incident.Thinning(6, 100, 0)));

    @TempDir
    Path folder;

    @Test
    void everySecondBringsWhatItsScriptSays() {
        GameId game;
        try (Rig rig = rig()) {
            game = open(rig).id();
            rig.hand().pass(Duration.ofMillis(12_500));
        }

        assertThat(acts(game)).isEqualTo(script(12));
    }

    @Test
    void aPauseStopsItAndAddsNothing() {
        GameId game;
        try (Rig rig = rig()) {
            game = open(rig).id();
            rig.hand().pass(Duration.ofMillis(4_600));
            act(rig, game, new RefereeAct.Pause());
            rig.hand().pass(Duration.ofSeconds(30));
            act(rig, game, new RefereeAct.Resume());
            rig.hand().pass(Duration.ofMillis(300));
            assertThat(acts(game)).isEqualTo(script(4));

            rig.hand().pass(Duration.ofSeconds(5));
        }

        assertThat(acts(game)).isEqualTo(script(9));
    }

    /** Second by second, so that every one of them is where a process died. */
    @Test
    void afterACrashItGoesOnAtTheRightSecondAndSaysNothingTwice() {
        GameId game;
        try (Rig rig = rig()) {
            game = open(rig).id();
            rig.hand().pass(Duration.ofMillis(100));
        }
        for (int life = 1; life <= 12; life++) {
            try (Rig rig = rig()) {
                rig.hand().pass(Duration.ofSeconds(1));
                OpenGame running = rig.lobby().find(game).orElseThrow();
                assertThat(running.scenario().orElseThrow().scenario()).isEqualTo(SCENARIO);
            }
        }

        List<RefereeAct> done = acts(game);
        assertThat(done).isEqualTo(script(120).subList(0, done.size()));
        assertThat(done.size()).isBetween(script(10).size(), script(13).size());
    }

    @Test
    void theHouseIsToldWhatToQuoteNow() {
        try (Rig rig = rig()) {
            OpenGame game = open(rig);
            rig.hand().pass(Duration.ofMillis(2_500));
            ScenarioDriver driver = game.scenario().orElseThrow();
            Script script = new Script(SCENARIO, game.rules());
            var quotes = driver.guide().quotes("BTC/USD").orElseThrow();

            assertThat(quotes.price())
                    .isEqualTo(script.reference(new Symbol("BTC/USD"), 2).ticks() / 100.0);
            assertThat(quotes.size()).isEqualTo(0.2);
            assertThat(driver.guide().quotes("XRP/USD")).isEmpty();

            rig.hand().pass(Duration.ofSeconds(5));
            assertThat(driver.guide().quotes("BTC/USD").orElseThrow().size()).isZero();
        }
    }

    private Rig rig() {
        return new Rig(folder, Rig.plainRules(), Rig.unhurried());
    }

    private static OpenGame open(Rig rig) {
        var opened = rig.lobby().open("test", new NewGame(SCENARIO.rules(11), "Stormy", false, SCENARIO));
        rig.hand().settle();
        return rig.lobby().find(opened.join().orElseThrow()).orElseThrow();
    }

    private static void act(Rig rig, GameId game, RefereeAct act) {
        var _ = rig.lobby().act(game, "test", act).orElseThrow();
        rig.hand().settle();
    }

    private static List<RefereeAct> script(long lastSecond) {
        Script script = new Script(SCENARIO, SCENARIO.rules(11));
        return LongStream.rangeClosed(0, lastSecond)
                .boxed()
                .flatMap(second -> script.acts(second).stream())
                .toList();
    }

    /** What the journal says that the scenario did. */
    private List<RefereeAct> acts(GameId game) {
        List<RefereeAct> acts = new ArrayList<>();
        try (JournalReader journal = new Journals(folder).read(game)) {
            var _ = Replay.rebuild(journal, commit -> collect(commit, acts));
        }
        return acts;
    }

    private static void collect(Committed commit, List<RefereeAct> acts) {
        if (commit.command().value() instanceof Command.RefereeCommand(String by, RefereeAct act)
                && by.equals(ScenarioDriver.BY)) {
            acts.add(act);
        }
    }
}
