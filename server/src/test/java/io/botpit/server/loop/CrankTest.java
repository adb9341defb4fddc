package io.botpit.server.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrankTest {
    private final List<String> story = new ArrayList<>();
    private final List<Runnable> pool = new ArrayList<>();
    private final AtomicInteger work = new AtomicInteger();
    private final Crank crank = crank(work);

    private Crank crank(AtomicInteger waiting) {
        return new Crank(pool::add, () -> story.add("turned " + waiting.getAndSet(0)), () -> waiting.get() > 0);
    }

    private void message(Crank to, AtomicInteger waiting) {
        Errand.bring(() -> {
            story.add("message");
            waiting.incrementAndGet();
            to.bring();
        });
    }

    private void message() {
        message(crank, work);
    }

    @Test
    void whoBringsMessagesTakesOneTurnForAllOfThem() {
        Errand.run(() -> {
            message();
            message();
        });

        assertThat(story).containsExactly("message", "message", "turned 2");
        assertThat(pool).isEmpty();
    }

    @Test
    void whoIsOnNoErrandLeavesTheTurnToThePool() {
        message();
        Errand.run(crank::bring);

        assertThat(story).containsExactly("message");
        assertThat(pool).hasSize(1);
    }

    @Test
    void aTurnThatIsOwedIsAnybodysToTake() {
        Errand.run(() -> {
            message();
            crank.wake();
            pool.removeFirst().run();
            story.add("still reading");
        });

        assertThat(story).containsExactly("message", "turned 1", "still reading");
        assertThat(pool).isEmpty();
    }

    @Test
    void nobodyIsKeptByAnothersErrand() {
        Errand.run(() -> {
            message();
            // Another one, whose messages come while the first is still reading.
            Errand.run(this::message);
            story.add("still reading");
        });

        assertThat(story).containsExactly("message", "message", "turned 2", "still reading");
    }

    @Test
    void workThatComesDuringATurnIsForThePool() {
        AtomicInteger more = new AtomicInteger(1);
        Crank busy = new Crank(pool::add, () -> story.add("turned"), () -> more.getAndDecrement() > 0);

        Errand.run(() -> Errand.bring(busy::bring));

        assertThat(story).containsExactly("turned");
        assertThat(pool).hasSize(1);
    }

    @Test
    void whatATurnSetsGoingIsTurnedByTheSameThread() {
        Crank game = new Crank(
                pool::add,
                () -> {
                    story.add("game");
                    work.incrementAndGet();
                    crank.bring();
                },
                () -> false);

        Errand.run(() -> Errand.bring(game::bring));

        assertThat(story).containsExactly("game", "turned 1");
        assertThat(pool).isEmpty();
    }

    @Test
    void turnsBeyondTheLimitAreForThePool() {
        Errand.run(() -> IntStream.range(0, 20).forEach(i -> {
            AtomicInteger own = new AtomicInteger();
            message(crank(own), own);
        }));

        assertThat(story).filteredOn("turned 1"::equals).hasSize(16);
        assertThat(pool).hasSize(4);
    }

    @Test
    void whoSendsWithoutABreakIsAnsweredNowAndThen() {
        Errand.run(() -> {
            IntStream.range(0, 64).forEach(i -> message());
            story.add("still reading");
        });

        assertThat(story).endsWith("turned 64", "still reading");
        assertThat(pool).isEmpty();
    }

    @Test
    void manyMessagesThatSetTheSameTwoCranksGoingAreTwoTurns() {
        AtomicInteger commands = new AtomicInteger();
        Crank game = new Crank(
                pool::add,
                () -> {
                    story.add("game");
                    for (int left = commands.getAndSet(0); left > 0; left--) {
                        work.incrementAndGet();
                        crank.bring();
                    }
                },
                () -> commands.get() > 0);

        Errand.run(() -> IntStream.range(0, 32).forEach(i -> message(game, commands)));

        assertThat(story).hasSize(34).endsWith("message", "game", "turned 32");
        assertThat(pool).isEmpty();
    }

    @Test
    void whatAnotherTurnedMeanwhileIsNotLeftToThePool() {
        Errand.run(() -> {
            IntStream.range(0, 16).forEach(i -> {
                AtomicInteger own = new AtomicInteger();
                message(crank(own), own);
            });
            message();
            // Another one, who comes first.
            Errand.run(this::message);
        });

        assertThat(pool).isEmpty();
    }

    @Test
    void noTurnIsLostAndNoTwoAreTakenAtATime() throws InterruptedException {
        AtomicInteger waiting = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicBoolean inside = new AtomicBoolean();
        AtomicBoolean together = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Crank shared = new Crank(
                    threads,
                    () -> {
                        together.compareAndSet(false, !inside.compareAndSet(false, true));
                        done.addAndGet(waiting.getAndSet(0));
                        inside.set(false);
                    },
                    () -> waiting.get() > 0);
            Runnable one = () -> {
                waiting.incrementAndGet();
                shared.bring();
            };
            for (int i = 0; i < 10_000; i++) {
                boolean errand = i % 3 != 0;
                readers.execute(
                        errand
                                ? () -> Errand.run(() -> {
                                    Errand.bring(one);
                                    Errand.bring(one);
                                })
                                : () -> {
                                    one.run();
                                    one.run();
                                });
            }
            readers.shutdown();
            assertThat(readers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(done).hasValue(20_000);
        assertThat(together).isFalse();
    }
}
