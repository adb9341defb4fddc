package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The corpus of hostile and odd messages against running servers, one for each state a game can be in: first one after
 * the other, then all again with eight at once; those that only wait to be cut wait beside others. Every entry gets the
 * answer that the corpus asks for, and what was not accepted changes nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AbuseTest {
    private static final int WORKERS = 8;
    /** All that {@link AbusePlay} looks at; a file's content, effects and health it looks for in every entry. */
    private static final Set<String> CHECKS =
            Set.of("", "alive", "limited", "feed-escaped", "no-file-content", "no-reflection", "no-state-change");

    private static final List<String> STATES = List.of("running", "paused", "waiting", "ended", "whitelist");

    private final Map<String, AbuseStage> stages = new ConcurrentSkipListMap<>();
    private final AtomicInteger plays = new AtomicInteger();
    private final AtomicInteger others = new AtomicInteger(WORKERS + 1);
    private final List<AbuseEntry> single = new ArrayList<>();
    private final List<AbuseEntry> floods = new ArrayList<>();
    private final List<AbuseEntry> silent = new ArrayList<>();

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(STATES.size())) {
            List<Callable<AbuseStage>> tasks = STATES.stream()
                    .<Callable<AbuseStage>>map(state -> () -> open(state, folder.resolve(state)))
                    .toList();
            for (Future<AbuseStage> stage : workers.invokeAll(tasks)) {
                stage.get();
            }
        }
        for (AbuseEntry entry : AbuseEntry.all()) {
            (entry.holdMillis() > 0 ? silent : entry.times() > 1 ? floods : single).add(entry);
        }
        assertThat(single.size() + floods.size() + silent.size()).isEqualTo(306);
        assertThat(AbuseEntry.all()).extracting(AbuseEntry::check).isSubsetOf(CHECKS);
    }

    /** It is there to be closed whatever becomes of the rest. */
    private AbuseStage open(String state, Path data) throws IOException, InterruptedException {
        AbuseStage stage = AbuseStage.open(state, data);
        stages.put(state, stage);
        return stage;
    }

    @AfterAll
    void close() {
        stages.values().forEach(AbuseStage::close);
    }

    @Test
    @Order(1)
    void everyEntryIsAnsweredAsExpected() throws Exception {
        List<String> complaints = new ArrayList<>();
        for (AbuseEntry entry : single) {
            complaints.addAll(play(entry, 0));
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(silent.size())) {
            // Not beside those that come first, who open accounts: that would be a change of the state.
            List<Future<List<String>>> waiting = startPlaying(silent, workers);
            for (AbuseEntry entry : floods) {
                complaints.addAll(play(entry, others.getAndIncrement()));
            }
            collect(waiting, complaints);
        }

        report("one by one", complaints);
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(2)
    void soIsEveryEntryWhileSevenOthersArePlayed() throws Exception {
        List<String> complaints = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS + silent.size())) {
            List<Future<List<String>>> waiting = startPlaying(silent, workers);
            List<Callable<List<String>>> tasks = new ArrayList<>();
            AtomicInteger next = new AtomicInteger();
            for (int worker = 1; worker <= WORKERS; worker++) {
                int player = worker;
                tasks.add(() -> playFrom(next, player));
            }
            collect(workers.invokeAll(tasks), complaints);
            collect(startPlaying(floods, workers), complaints);
            collect(waiting, complaints);
        }

        report("eight at once", complaints);
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(3)
    void afterwardsTheServersGoInOrderAndTheirDataIsSound() throws Exception {
        for (AbuseStage stage : stages.values()) {
            assertThat(stage.server().terminate()).isZero();

            assertThat(stage.server().log()).doesNotContain("ERROR").doesNotContain(stage.secrets());
            assertThat(ServerProcess.runHere("verify", stage.data().toString()).exit())
                    .isZero();
        }
    }

    /** Each at the same time as the others, in the name of somebody who has played nothing yet. */
    private List<Future<List<String>>> startPlaying(List<AbuseEntry> entries, ExecutorService workers) {
        List<Future<List<String>>> playing = new ArrayList<>();
        for (AbuseEntry entry : entries) {
            int player = others.getAndIncrement();
            playing.add(workers.submit(() -> play(entry, player)));
        }
        return playing;
    }

    private List<String> playFrom(AtomicInteger next, int player) throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        for (int i = next.getAndIncrement(); i < single.size(); i = next.getAndIncrement()) {
            complaints.addAll(play(single.get(i), player));
        }
        return complaints;
    }

    private List<String> play(AbuseEntry entry, int player) throws IOException, InterruptedException {
        AbuseStage stage = Objects.requireNonNull(stages.get(entry.state()), entry.state());
        try {
            return new AbusePlay(entry, stage, stage.player(player), plays.getAndIncrement()).complaints();
        } catch (IOException e) {
            return List.of(entry + ": " + e);
        }
    }

    private static void collect(List<Future<List<String>>> results, List<String> complaints)
            throws InterruptedException, ExecutionException {
        for (Future<List<String>> result : results) {
            complaints.addAll(result.get());
        }
    }

    private void report(String how, List<String> complaints) {
        Map<String, Integer> total = new TreeMap<>();
        Stream.of(single, floods, silent)
                .flatMap(List::stream)
                .forEach(entry -> total.merge(entry.transport(), 1, Integer::sum));
        System.out.println("abuse corpus, " + how + ": " + total + ", complaints " + complaints.size());
    }
}
