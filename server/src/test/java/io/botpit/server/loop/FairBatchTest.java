package io.botpit.server.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.ClientOrderId;
import io.botpit.game.Command;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.Command.RefereeCommand;
import io.botpit.game.Committed;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.Intent;
import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderReference;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.audit.GameAudit;
import io.botpit.game.control.GameController;
import io.botpit.game.port.EventStore;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Schedule;
import io.botpit.server.rig.Hand;
import io.botpit.server.rig.Rig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Time begins at a whole second; batches of 50 ms. */
class FairBatchTest {
    private static final PlayerId ANN = new PlayerId(1);
    private static final PlayerId BOB = new PlayerId(2);
    private static final PlayerId CAT = new PlayerId(3);

    private final Hand hand = new Hand();
    private final List<String> story = new ArrayList<>();
    private final List<Committed> stored = new ArrayList<>();
    private boolean diskFull;
    private boolean stalled;

    private final EventStore notebook = new EventStore() {
        @Override
        public void append(List<Committed> batch) {
            if (diskFull) {
                throw new IllegalStateException("no space left on device");
            }
            stored.addAll(batch);
        }

        @Override
        public void close() {
            story.add("closed");
        }
    };

    private final CommitListener witness = new CommitListener() {
        @Override
        public void committed(List<Committed> batch) {
            story.add("told " + batch.size());
        }

        @Override
        public void late(long micros) {
            story.add("late " + micros / 1_000);
        }
    };

    private static GameRules rules(long limitMillis) {
        return Rig.inBatches(Rig.rules(Entry.OPEN, new Schedule(false, limitMillis)), 50);
    }

    private GameLoop loop(GameRules rules, int inboxMax) {
        Machinery machinery = new Machinery(
                hand,
                hand,
                turn -> hand.execute(() -> runUnlessStalled(turn)),
                (what, cause) -> story.add("fatal"),
                new LoopLimits(inboxMax, 256, Duration.ofSeconds(9)));
        GameLoop loop = new GameLoop(new GameId("g1"), new GameController(rules), notebook, machinery);
        loop.listen(witness);
        loop.start();
        for (PlayerId player : List.of(ANN, BOB, CAT)) {
            loop.owe(new RefereeCommand("server", new RefereeAct.Admit(player, "p" + player.number())), _ -> {});
        }
        hand.settle();
        stored.clear();
        story.clear();
        return loop;
    }

    private void runUnlessStalled(Runnable turn) {
        if (stalled) {
            hand.after(Duration.ofMillis(1), () -> runUnlessStalled(turn));
        } else {
            turn.run();
        }
    }

    private GameLoop loop() {
        return loop(rules(0), 100);
    }

    private static Command say(PlayerId player, String json) {
        return new PlayerCommand(player, new Intent.Say(json));
    }

    private Consumer<Outcome<Committed>> note(String what) {
        return outcome -> story.add(what + (outcome instanceof Outcome.Done ? "" : " broken"));
    }

    private List<Command> commands() {
        return stored.stream().map(commit -> commit.command().value()).toList();
    }

    @Test
    void wishesWaitForTheEndOfTheirBatchAndHaveItsTime() {
        GameLoop loop = loop();
        long begun = hand.now().micros();

        hand.pass(Duration.ofMillis(3));
        loop.submit(say(ANN, "1"), note("answered"));
        hand.pass(Duration.ofMillis(46));
        assertThat(story).isEmpty();
        assertThat(loop.waiting()).isEqualTo(1);
        loop.submit(say(BOB, "2"), note("answered"));
        hand.pass(Duration.ofMillis(1));

        assertThat(story).containsExactly("answered", "answered", "told 2");
        assertThat(stored)
                .extracting(commit -> commit.command().at().micros() - begun)
                .containsExactly(50_000L, 50_000L);
        assertThat(loop.waiting()).isZero();
    }

    @Test
    void whatComesAtTheVeryEndIsInTheNextBatch() {
        GameLoop loop = loop();
        long begun = hand.now().micros();

        loop.submit(say(ANN, "1"), note("answered"));
        hand.pass(Duration.ofMillis(50));
        loop.submit(say(ANN, "2"), note("answered"));
        hand.pass(Duration.ofMillis(50));

        assertThat(stored)
                .extracting(commit -> commit.command().at().micros() - begun)
                .containsExactly(50_000L, 100_000L);
    }

    @Test
    void cancelsGoFirstAndOnlyThoseThatMeanSomethingNewStayBehindIt() {
        GameLoop loop = loop();
        Intent.PlaceOrder first = Rig.limitBuy(new ClientOrderId("x"));
        Command place = new PlayerCommand(ANN, first);
        Command own =
                new PlayerCommand(ANN, new Intent.CancelOrder(new OrderReference.ByClientId(new ClientOrderId("x"))));
        Command older =
                new PlayerCommand(ANN, new Intent.CancelOrder(new OrderReference.ByClientId(new ClientOrderId("old"))));
        Command all = new PlayerCommand(BOB, new Intent.CancelAll(null));

        List.of(place, own, older, say(BOB, "1"), all).forEach(command -> loop.submit(command, _ -> {}));
        hand.pass(Duration.ofMillis(50));

        assertThat(commands().subList(0, 2)).containsExactlyInAnyOrder(older, all);
        assertThat(commands().subList(2, 5)).containsSubsequence(place, own);
        assertThat(stored.stream().flatMap(commit -> commit.events().stream()))
                .filteredOn(event -> event instanceof Event.Rejected)
                .hasSize(1);
    }

    @Test
    void eachPassTakesOneWishOfEach() {
        GameLoop loop = loop();
        for (int i = 0; i < 3; i++) {
            loop.submit(say(ANN, "" + i), _ -> {});
        }
        loop.submit(say(BOB, "0"), _ -> {});
        loop.submit(say(CAT, "0"), _ -> {});
        loop.submit(say(CAT, "1"), _ -> {});
        hand.pass(Duration.ofMillis(50));

        assertThat(commands().subList(0, 3)).containsExactlyInAnyOrder(say(ANN, "0"), say(BOB, "0"), say(CAT, "0"));
        assertThat(commands().subList(3, 5)).containsExactlyInAnyOrder(say(ANN, "1"), say(CAT, "1"));
        assertThat(commands().getLast()).isEqualTo(say(ANN, "2"));
    }

    @Test
    void theAuditFindsTheOrderOfTheSeedAndNoOther() {
        GameRules rules = rules(0);
        List<Committed> opening = new ArrayList<>();
        GameLoop loop = loop(rules, 100);
        loop.listen(opening::addAll);
        for (int round = 0; round < 20; round++) {
            for (PlayerId player : List.of(ANN, BOB, CAT, ANN)) {
                loop.submit(say(player, "" + round), _ -> {});
            }
            hand.pass(Duration.ofMillis(50));
        }

        batches(rules, commands());
        for (int i = 0; i + 1 < 4; i++) {
            List<Command> swapped = new ArrayList<>(commands());
            Collections.swap(swapped, i, i + 1);
            assertThatThrownBy(() -> batches(rules, swapped))
                    .isInstanceOf(InvariantBroken.class)
                    .hasMessageContaining("rule 44");
        }
    }

    /** Plays the commands again with the stamps that were stored, and has them checked. */
    private void batches(GameRules rules, List<Command> commands) {
        GameController game = new GameController(rules);
        GameAudit audit = new GameAudit(rules);
        List<Command> all = new ArrayList<>(List.of(new Command.Tick()));
        for (PlayerId player : List.of(ANN, BOB, CAT)) {
            all.add(new RefereeCommand("server", new RefereeAct.Admit(player, "p" + player.number())));
        }
        all.addAll(commands);
        for (int i = 0; i < all.size(); i++) {
            long offset = i < 4 ? 0 : i - 4;
            Stamped<Command> stamped = new Stamped<>(
                    i + 1L,
                    i < 4
                            ? stored.getFirst().command().at()
                            : stored.get((int) offset).command().at(),
                    all.get(i));
            audit.record(stamped, game.apply(stamped));
        }
    }

    @Test
    void theRefereeAndQuestionsOfOthersDoNotWait() {
        GameLoop loop = loop();
        hand.pass(Duration.ofMillis(7));

        loop.submit(say(ANN, "1"), note("answered"));
        loop.ask(List.of(new Query.Standings()), _ -> story.add("standings"));
        loop.ask(List.of(new Query.Balances(BOB)), _ -> story.add("bob's"));
        loop.ask(List.of(new Query.Balances(ANN)), _ -> story.add("ann's"));
        loop.owe(new RefereeCommand("admin", new RefereeAct.Announce("hear")), note("announced"));
        hand.settle();
        assertThat(story).containsExactly("standings", "bob's", "announced", "told 1");
        hand.pass(Duration.ofMillis(43));

        assertThat(story).endsWith("answered", "ann's", "told 1");
    }

    @Test
    void whatWaitsForItsBatchFillsTheInbox() {
        GameLoop loop = loop(rules(0), 2);

        assertThat(loop.submit(say(ANN, "1"), _ -> {})).isTrue();
        hand.settle();
        assertThat(loop.submit(say(ANN, "2"), _ -> {})).isTrue();
        hand.settle();
        assertThat(loop.submit(say(ANN, "3"), _ -> {})).isFalse();
        hand.pass(Duration.ofMillis(50));

        assertThat(loop.submit(say(ANN, "4"), _ -> {})).isTrue();
    }

    @Test
    void aPauseOfTheServerIsToldAndKeepsTheBatchOpenForAllOnce() {
        GameLoop loop = loop();
        long begun = hand.now().micros();
        loop.submit(say(ANN, "early"), note("answered"));
        hand.settle();

        stalled = true;
        hand.pass(Duration.ofMillis(160));
        stalled = false;
        hand.pass(Duration.ofMillis(1));
        assertThat(story).containsExactly("late 111");
        loop.submit(say(BOB, "waited at the door"), note("answered"));
        hand.pass(Duration.ofMillis(89));

        assertThat(story).containsExactly("late 111", "answered", "answered", "told 2");
        assertThat(stored)
                .extracting(commit -> commit.command().at().micros() - begun)
                .containsOnly(250_000L);
    }

    @Test
    void aServerThatIsAlwaysLateStillClosesItsBatches() {
        GameLoop loop = loop();
        loop.submit(say(ANN, "1"), note("answered"));
        hand.settle();

        for (int i = 0; i < 3; i++) {
            stalled = true;
            hand.pass(Duration.ofMillis(250));
            stalled = false;
            hand.pass(Duration.ofMillis(1));
        }

        assertThat(story).contains("answered");
    }

    @Test
    void theEndOfTheGameAnswersWhatWaits() {
        GameLoop loop = loop(rules(1_020), 100);
        hand.pass(Duration.ofMillis(1_010));

        loop.submit(say(ANN, "too late"), note("answered"));
        hand.pass(Duration.ofMillis(10));

        assertThat(loop.view().phase()).isEqualTo(GamePhase.ENDED);
        assertThat(story).containsExactly("answered", "told 1", "closed");
        loop.submit(say(ANN, "later"), note("refused"));
        hand.settle();
        assertThat(story).endsWith("refused");
        assertThat(stored).hasSize(1);
    }

    @Test
    void anEndByTheRefereeAnswersWhatWaits() {
        GameLoop loop = loop();
        loop.submit(say(ANN, "1"), note("answered"));
        hand.settle();

        loop.owe(new RefereeCommand("admin", new RefereeAct.End(EndCause.REFEREE)), note("ended"));
        hand.settle();

        assertThat(story).containsExactly("ended", "answered", "told 1", "closed");
    }

    @Test
    void aServerThatGoesDownAnswersWhatWaits() {
        GameLoop loop = loop();
        loop.submit(say(ANN, "1"), note("one"));
        loop.ask(List.of(new Query.Balances(ANN)), _ -> story.add("asked"));
        hand.settle();

        loop.halt(() -> story.add("halted"));
        hand.settle();

        assertThat(story).containsExactlyInAnyOrder("halted", "one broken", "asked", "closed");
        assertThat(stored).isEmpty();
    }

    @Test
    void aFailedWriteAnswersEverybodyOnce() {
        GameLoop loop = loop();
        loop.submit(say(ANN, "1"), note("one"));
        loop.submit(say(BOB, "2"), note("two"));
        loop.ask(List.of(new Query.Balances(ANN)), _ -> story.add("asked"));
        hand.settle();

        diskFull = true;
        hand.pass(Duration.ofMillis(50));

        assertThat(story).containsExactlyInAnyOrder("one broken", "two broken", "asked", "closed", "fatal");
    }
}
