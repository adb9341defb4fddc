package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants of everything the corpus, the transcripts and the contract know, against a running server. {@code
 * -Dbotpit.seed=N} repeats a run, {@code -Dbotpit.fuzz=N} sends so many.
 */
final class FuzzTest {
    private static final int WORKERS = 4;
    private static final int TRIES = 5;
    private static final long HANG_NANOS = 100_000_000;
    /** What a server may remember: accounts, the newest 10,000 commits, pages of the database. Measured: 3 MB. */
    private static final long MEMORY_BYTES = 4_000_000;
    /** For each connection, on top of it. Whatever is left of one is more. */
    private static final long CONNECTION_BYTES = 450;

    @Test
    void noMutantIsAnsweredWrongOrLateOrCostsTheServerItsHealth(@TempDir Path data) throws Exception {
        int count = Integer.getInteger("botpit.fuzz", 100_000);
        long seed = Long.getLong("botpit.seed", System.currentTimeMillis());
        System.out.println("fuzz: " + count + " mutants, -Dbotpit.seed=" + seed);
        try (ServerProcess server = ServerProcess.start(data, "--rate-limit", "off")) {
            FuzzSeeds seeds = FuzzSeeds.read(server.port());
            List<Fuzzer.Findings> findings = new ArrayList<>(run(server, seeds, seed - 1, count / 10));
            long before = server.liveBytes();
            List<Fuzzer.Findings> measured = run(server, seeds, seed, count - count / 10);
            findings.addAll(measured);

            report(findings);
            assertThat(findings.stream().flatMap(found -> found.wrong().stream()))
                    .isEmpty();
            assertThat(slowEveryTime(server, seeds, findings)).isEmpty();
            assertThat(ways(findings)).containsOnlyKeys(Fuzzer.Way.values());
            awaitLean(server, before, connections(measured));
            assertThat(server.terminate()).isZero();
            assertThat(server.log()).doesNotContain("ERROR");
        }
        assertThat(ServerProcess.runHere("verify", data.toString()).exit()).isZero();
    }

    private static List<Fuzzer.Findings> run(ServerProcess server, FuzzSeeds seeds, long seed, int count)
            throws Exception {
        List<Fuzzer.Findings> findings = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Fuzzer> fuzzers = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                fuzzers.add(new Fuzzer(server.port(), seeds, seed * WORKERS + worker, count / WORKERS));
            }
            for (Future<Fuzzer.Findings> found : workers.invokeAll(fuzzers)) {
                findings.add(found.get());
            }
        }
        return findings;
    }

    /** A busy machine is late now and then, a mutant that hangs the server is late every time. */
    private static List<Fuzzer.Mutant> slowEveryTime(
            ServerProcess server, FuzzSeeds seeds, List<Fuzzer.Findings> findings) throws IOException {
        List<Fuzzer.Mutant> hangs = new ArrayList<>();
        Fuzzer again = new Fuzzer(server.port(), seeds, -1, 0);
        for (Fuzzer.Findings found : findings) {
            for (Fuzzer.Mutant mutant : found.slow()) {
                long best = Long.MAX_VALUE;
                for (int i = 0; i < TRIES && best > HANG_NANOS; i++) {
                    best = Math.min(best, again.send(mutant));
                }
                if (best > HANG_NANOS) {
                    hangs.add(mutant);
                }
            }
        }
        assertThat(again.findings().wrong()).as("wrong when sent again").isEmpty();
        return hangs;
    }

    /** How the mutants fared, all of them. */
    private static Map<Fuzzer.Way, Integer> ways(List<Fuzzer.Findings> findings) {
        Map<Fuzzer.Way, Integer> ways = new EnumMap<>(Fuzzer.Way.class);
        findings.forEach(found -> found.ways().forEach((way, count) -> ways.merge(way, count, Integer::sum)));
        return ways;
    }

    private static int connections(List<Fuzzer.Findings> findings) {
        Map<Fuzzer.Way, Integer> ways = ways(findings);
        ways.remove(Fuzzer.Way.TEXT_ANSWERED);
        return ways.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Deadlines and idle times are forgotten after a minute or two; what is left then is a leak. */
    private static void awaitLean(ServerProcess server, long before, int connections) {
        long growthMax = MEMORY_BYTES + connections * CONNECTION_BYTES;
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(5))
                .untilAsserted(() -> {
                    long after = server.liveBytes();
                    System.out.printf(
                            "fuzz: heap %.1f MB before, %.1f MB now, %d connections%n",
                            before / 1e6, after / 1e6, connections);
                    assertThat(after - before).isLessThan(growthMax);
                });
    }

    private static void report(List<Fuzzer.Findings> findings) {
        System.out.println("fuzz: " + ways(findings));
        List<Long> nanos = findings.stream()
                .flatMap(found -> found.nanos().stream())
                .sorted()
                .toList();
        System.out.printf(
                "fuzz: %d measured, p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms%n",
                nanos.size(), millis(nanos, 0.5), millis(nanos, 0.99), millis(nanos, 0.999), millis(nanos, 1));
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share))) / 1e6;
    }
}
