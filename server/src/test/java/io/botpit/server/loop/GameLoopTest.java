package io.botpit.server.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.Command.RefereeCommand;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.Intent;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.Reason;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.port.EventStore;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Schedule;
import io.botpit.server.rig.Hand;
import io.botpit.server.rig.Rig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GameLoopTest {
    private static final PlayerId ANN = new PlayerId(1);

    private final Hand hand = new Hand();
    private final List<String> story = new ArrayList<>();
    private final List<Committed> stored = new ArrayList<>();
    private GameController engine = new GameController(Rig.plainRules());
    private boolean diskFull;

    private final class Notebook implements EventStore {
        @Override
        public void append(List<Committed> batch) {
            if (diskFull) {
                throw new IllegalStateException("no space left on device");
            }
            stored.addAll(batch);
            story.add("stored " + batch.size());
        }

        @Override
        public void close() {
            story.add("closed");
        }
    }

    private GameLoop loop(GameRules rules, int inboxMax) {
        Machinery machinery = new Machinery(
                hand,
                hand,
                hand,
                (what, cause) -> story.add("fatal: " + what),
                new LoopLimits(inboxMax, 256, Duration.ofMillis(250)));
        engine = new GameController(rules);
        GameLoop loop = new GameLoop(new GameId("g1"), engine, new Notebook(), machinery);
        loop.listen(batch -> story.add("told " + batch.size()));
        loop.start();
        return loop;
    }

    private GameLoop running() {
        GameLoop loop = loop(Rig.plainRules(), 100);
        loop.owe(new RefereeCommand("server", new RefereeAct.Admit(ANN, "ann")), outcome -> {});
        hand.settle();
        story.clear();
        return loop;
    }

    private static Command say(String json) {
        return new PlayerCommand(ANN, new Intent.Say(json));
    }

    @Test
    void nothingIsSaidBeforeTheBatchIsStored() {
        GameLoop loop = running();

        loop.submit(say("1"), outcome -> story.add("answered"));
        loop.ask(List.of(new Query.Standings()), outcome -> story.add("read"));
        loop.submit(say("2"), outcome -> story.add("answered"));
        hand.settle();

        assertThat(story).containsExactly("stored 2", "answered", "read", "answered", "told 2");
    }

    @Test
    void commandsAreNumberedInTheOrderOfTheirArrival() {
        GameLoop loop = running();

        for (int i = 0; i < 3; i++) {
            loop.submit(say("" + i), outcome -> {});
        }
        hand.settle();

        assertThat(stored).extracting(commit -> commit.command().sequence()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(stored.getLast().command().value()).isEqualTo(say("2"));
    }

    @Test
    void aFullInboxSaysBusyButTheRefereeGetsThrough() {
        GameLoop loop = loop(Rig.plainRules(), 2);
        hand.settle();

        assertThat(loop.submit(say("1"), outcome -> {})).isTrue();
        assertThat(loop.ask(List.of(new Query.Standings()), outcome -> {})).isTrue();
        assertThat(loop.submit(say("3"), outcome -> {})).isFalse();
        loop.owe(new RefereeCommand("admin", new RefereeAct.Pause()), outcome -> story.add("paused"));
        hand.settle();

        assertThat(story).contains("paused");
        assertThat(loop.submit(say("4"), outcome -> {})).isTrue();
    }

    @Test
    void theDeadlineComesWithNobodyTalking() {
        GameLoop loop = loop(Rig.rules(Entry.OPEN, new Schedule(false, 60_000)), 100);
        hand.settle();

        hand.pass(Duration.ofMillis(59_999));
        assertThat(loop.view().phase()).isEqualTo(GamePhase.RUNNING);
        hand.pass(Duration.ofMillis(1));

        assertThat(loop.view().phase()).isEqualTo(GamePhase.ENDED);
        assertThat(story).endsWith("told 1", "closed");
    }

    @Test
    void whatComesAfterTheEndIsRefusedAndNotStored() {
        GameLoop loop = loop(Rig.rules(Entry.OPEN, new Schedule(false, 1_000)), 100);
        loop.owe(new RefereeCommand("server", new RefereeAct.Admit(ANN, "ann")), outcome -> {});
        hand.settle();
        hand.pass(Duration.ofSeconds(1));
        int before = stored.size();

        List<Outcome<Committed>> outcomes = new ArrayList<>();
        loop.submit(say("late"), outcomes::add);
        hand.settle();

        assertThat(stored).hasSize(before);
        assertThat(outcomes)
                .singleElement()
                .satisfies(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Done.class,
                                done -> assertThat(((Committed) done.value()).events())
                                        .containsExactly(
                                                new Event.Rejected(ANN, Reason.GAME_NOT_RUNNING, "the game is over"))));
    }

    @Test
    void aCommandThatComesTooLateIsRefusedByItsOwnRecord() {
        GameLoop loop = loop(Rig.rules(Entry.OPEN, new Schedule(false, 1_000)), 100);
        loop.owe(new RefereeCommand("server", new RefereeAct.Admit(ANN, "ann")), outcome -> {});
        hand.settle();

        // The command is in the inbox, but the game's thread gets to it only after the limit.
        loop.submit(say("late"), outcome -> {});
        hand.pass(Duration.ZERO);
        loop.submit(say("later"), outcome -> {});
        hand.pass(Duration.ofSeconds(2));

        assertThat(loop.view().phase()).isEqualTo(GamePhase.ENDED);
        assertThat(stored.getLast().events()).anyMatch(Event.Ended.class::isInstance);
    }

    @Test
    void aFailedWriteStopsTheGameAndTheProcess() {
        GameLoop loop = running();
        List<Outcome<Committed>> outcomes = new ArrayList<>();
        diskFull = true;

        loop.submit(say("1"), outcomes::add);
        hand.settle();
        diskFull = false;
        loop.submit(say("2"), outcomes::add);
        hand.settle();

        assertThat(outcomes).containsExactly(new Outcome.Broken<>(), new Outcome.Broken<>());
        assertThat(story).containsExactly("closed", "fatal: journal of game g1");
    }

    @Test
    void aGameThatContradictsItselfIsVoidAndNothingOfTheBatchIsTold() {
        GameLoop loop = running();
        List<Outcome<Committed>> outcomes = new ArrayList<>();
        int before = stored.size();

        loop.submit(say("1"), outcomes::add);
        loop.submit(say("2"), outcomes::add);
        // Somebody turned the engine's clock behind the loop's back: the next command seems to go back in time.
        Stamped<Command> meddling =
                new Stamped<>(engine.sequence() + 1, hand.now().plusMillis(3_600_000), new Command.Tick());
        assertThat(engine.apply(meddling)).isEmpty();
        hand.settle();

        assertThat(outcomes).containsExactly(new Outcome.Broken<>(), new Outcome.Broken<>());
        assertThat(stored).hasSize(before);
        assertThat(loop.view().phase()).isEqualTo(GamePhase.VOID);
        assertThat(story).doesNotContain("fatal: journal of game g1");
    }

    static IntStream upToTwoHundred() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("upToTwoHundred")
    void aBrokenGameLeavesTheOthersAlone(int commandsBefore) {
        GameLoop broken = running();
        GameController itsEngine = engine;
        GameLoop other = running();
        for (int i = 0; i < commandsBefore; i++) {
            broken.submit(say("1"), outcome -> {});
            hand.settle();
        }
        List<Outcome<Committed>> outcomes = new ArrayList<>();
        int storedBefore = stored.size();

        // As above: its engine throws at the next command.
        itsEngine.apply(new Stamped<>(itsEngine.sequence() + 1, hand.now().plusMillis(3_600_000), new Command.Tick()));
        broken.submit(say("2"), outcomes::add);
        other.submit(say("3"), outcomes::add);
        broken.submit(say("4"), outcomes::add);
        hand.settle();

        assertThat(outcomes.stream().filter(Outcome.Broken.class::isInstance)).hasSize(2);
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(stored).hasSize(storedBefore + 1);
        assertThat(stored.getLast().command().value()).isEqualTo(say("3"));
        assertThat(broken.view().phase()).isEqualTo(GamePhase.VOID);
        assertThat(other.view().phase()).isEqualTo(GamePhase.RUNNING);
    }

    @Test
    void comingAndGoingIsRecordedOnceWhateverThePhase() {
        GameLoop loop = loop(Rig.rules(new Entry(List.of("ann", "bob"), 0), new Schedule(false, 0)), 100);
        loop.owe(new RefereeCommand("server", new RefereeAct.Admit(ANN, "ann")), outcome -> {});
        loop.presence(ANN, Whereabouts.HERE);
        hand.settle();
        int waiting = stored.size();

        loop.owe(new RefereeCommand("admin", new RefereeAct.Start()), outcome -> {});
        loop.presence(ANN, Whereabouts.HERE);
        loop.presence(ANN, Whereabouts.ELSEWHERE);
        loop.presence(ANN, Whereabouts.NOWHERE);
        loop.presence(new PlayerId(99), Whereabouts.HERE);
        hand.settle();

        assertThat(waiting).isEqualTo(3);
        assertThat(loop.view().phase()).isEqualTo(GamePhase.RUNNING);
        assertThat(stored).hasSize(waiting + 2);
        assertThat(stored.getLast().events()).containsExactly(new Event.Left(ANN, true));
    }

    @Test
    void thePictureIsRenewedFourTimesASecondAtMost() {
        GameLoop loop = running();
        hand.pass(Duration.ofSeconds(1));
        loop.submit(say("1"), outcome -> {});
        hand.settle();
        long first = loop.view().sequence();

        loop.submit(say("2"), outcome -> {});
        hand.settle();
        assertThat(loop.view().sequence()).isEqualTo(first);
        hand.pass(Duration.ofMillis(250));

        assertThat(loop.view().sequence()).isEqualTo(first + 1);
    }
}
