package io.botpit.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.Journals;
import io.botpit.server.feed.StoryLine;
import io.botpit.server.rig.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetoldTest {
    private static final GameId GAME = new GameId("g1");
    private static final Duration PATIENCE = Duration.ofMillis(50);

    @TempDir
    Path folder;

    private Retold<List<StoryLine>> stories(Executor pool) {
        return retold(pool, OldGame::story, 0);
    }

    private <T> Retold<T> retold(Executor pool, Function<OldGame, T> making, long bytesEach) {
        Retold.Works works = new Retold.Works(new Journals(folder), new Accounts(), pool, PATIENCE);
        return new Retold<>(works, new Retold.Making<>(making, _ -> bytesEach, 100));
    }

    private List<StoryLine> playAndEnd() {
        try (Rig rig = new Rig(folder, Rig.plainRules(), Rig.unhurried())) {
            rig.player("ann").buy("999", "1");
            rig.player("bob").ask("{\"cmd\":\"say\",\"params\":{\"text\":\"hello\"}}");
            var ended = rig.lobby().endAll(EndCause.REFEREE, "Enough.");
            rig.hand().settle();
            ended.join();
            var story = rig.lobby().currentGame().feed().story();
            rig.hand().settle();
            return story.join();
        }
    }

    @Test
    void aGameIsToldAgainAsItWasToldThen() {
        List<StoryLine> then = playAndEnd();

        assertThat(then).extracting(StoryLine::text).contains("ann joined", "bob joined");
        assertThat(stories(Runnable::run).of(GAME)).isEqualTo(new Retold.Told.Shown<>(then));
    }

    @Test
    void aStoryIsMadeOnce() {
        playAndEnd();
        AtomicInteger made = new AtomicInteger();
        Retold<List<StoryLine>> stories = stories(task -> {
            made.incrementAndGet();
            task.run();
        });

        Retold.Told<List<StoryLine>> first = stories.of(GAME);

        assertThat(stories.of(GAME)).isSameAs(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void whoAsksIsToldToComeAgainWhereTooMuchWaitsOrItTakesLong() {
        playAndEnd();

        assertThat(stories(task -> {
                            throw new RejectedExecutionException("full");
                        })
                        .of(GAME))
                .isEqualTo(new Retold.Told.Busy<>());
        assertThat(stories(task -> {}).of(GAME)).isEqualTo(new Retold.Told.Busy<>());
    }

    @Test
    void aGameWithADamagedJournalIsLostAndPlayedOnce() throws IOException {
        playAndEnd();
        Path journal = folder.resolve("g1.journal");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal, bytes);
        AtomicInteger made = new AtomicInteger();
        Retold<List<StoryLine>> stories = stories(task -> {
            made.incrementAndGet();
            task.run();
        });

        assertThat(stories.of(GAME)).isEqualTo(new Retold.Told.Lost<>("the journal of the game is damaged"));
        stories.of(GAME);
        assertThat(made).hasValue(1);
    }

    @Test
    void aGameOfAnotherEngineIsLost() {
        GameRules base = Rig.plainRules();
        GameRules later = new GameRules(
                base.preset(),
                GameRules.BEHAVIOR_VERSION + 1,
                base.seed(),
                base.instruments(),
                base.grants(),
                base.entry(),
                base.schedule(),
                base.trading(),
                base.limits());
        new Journals(folder)
                .create(new JournalHead(GAME, "Later", GameTime.EPOCH, later), Durability.PROCESS)
                .close();

        assertThat(stories(Runnable::run).of(GAME))
                .isEqualTo(new Retold.Told.Lost<>("game g1 was played under behaviour version "
                        + (GameRules.BEHAVIOR_VERSION + 1) + ", this engine has " + GameRules.BEHAVIOR_VERSION));
    }

    @Test
    void whatWasNotAskedForTheLongestIsForgottenWhereAllTogetherIsTooLarge() {
        AtomicInteger made = new AtomicInteger();
        Retold<Integer> numbers = retold(Runnable::run, _ -> made.incrementAndGet(), 60);

        assertThat(numbers.of(new GameId("g1"))).isEqualTo(new Retold.Told.Shown<>(1));
        assertThat(numbers.of(new GameId("g2"))).isEqualTo(new Retold.Told.Shown<>(2));
        assertThat(numbers.of(new GameId("g2"))).isEqualTo(new Retold.Told.Shown<>(2));
        assertThat(numbers.of(new GameId("g1"))).isEqualTo(new Retold.Told.Shown<>(3));
    }
}
