package io.botpit.simulation.crash;

import io.botpit.persistence.DataFolder;
import io.botpit.persistence.journal.FolderCheck;
import io.botpit.persistence.journal.JournalReport;
import io.botpit.persistence.journal.Shelf;
import io.botpit.simulation.arena.ServerProcess;
import io.botpit.simulation.arena.ServerProcess.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Lets traders trade, kills the server, starts it on the same folder, and asks for everything that was acknowledged.
 * For one thread.
 */
final class KillLoop implements AutoCloseable {
    private static final List<String> OPTIONS = List.of(
            "--rate-limit",
            "off",
            "--preset",
            "open-market",
            "--time-limit",
            "360000",
            "--usd-start",
            "10000000.00",
            "--crypto-start",
            "10000.0");
    private static final int END_MILLIS = 40;
    private static final long CLOCK_TOLERANCE_MILLIS = 50;

    private final Subject subject;
    private final Path data;
    private final Launch launch;
    private final SplittableRandom random;
    private final Crew crew;
    private final Tears tears;
    private final List<String> failures = new ArrayList<>();
    private ServerProcess server;
    private Sight before;
    /** So long a server was there since {@link #before}. */
    private long upNanos;

    private Duration slowest = Duration.ZERO;
    private Duration recovery = Duration.ofSeconds(1);
    private long verified;
    private boolean ended;

    /**
     * What is killed.
     *
     * @param shelf where the journals are, by the folder in which the server thinks they are
     * @param verifiable whether {@code botpit verify} can read it
     * @param longest so long it is traded with in a cycle, at most
     */
    record Subject(Class<?> main, Function<Path, Shelf> shelf, boolean verifiable, Duration longest) {}

    /**
     * @param acknowledgements that were looked for afterwards
     * @param refusals that were read
     * @param slowest from the start of the process to its ready line
     */
    record Outcome(int cycles, long acknowledgements, long refusals, List<String> failures, Duration slowest) {
        static final Outcome NONE = new Outcome(0, 0, 0, List.of(), Duration.ZERO);

        Outcome plus(Outcome more) {
            return new Outcome(
                    cycles + more.cycles,
                    acknowledgements + more.acknowledgements,
                    refusals + more.refusals,
                    more.failures,
                    slowest.compareTo(more.slowest) > 0 ? slowest : more.slowest);
        }

        /** Those failures that say: this was acknowledged, and it is gone. */
        List<String> lost() {
            return failures.stream()
                    .filter(failure -> failure.contains(Truth.LOST))
                    .toList();
        }
    }

    KillLoop(Subject subject, Path data, long seed, Tears tears) throws Exception {
        this.subject = subject;
        this.data = data;
        this.launch = new Launch(subject.main(), List.of(), data, OPTIONS);
        this.random = new SplittableRandom(seed);
        this.crew = new Crew(seed);
        this.tears = tears;
        this.server = ServerProcess.start(launch);
        this.before = Sight.of(server.port());
        crew.register(server.port());
    }

    /** Until so many cycles are done or something was found. */
    Outcome run(int cycles) throws Exception {
        int done = 0;
        while (done < cycles && failures.isEmpty()) {
            Moment moment = Moment.draw(++done, random, subject.longest());
            long started = System.nanoTime();
            try {
                cycle(moment);
            } catch (IOException | IllegalStateException | UncheckedIOException e) {
                failures.add(e.toString());
            }
            failures.replaceAll(failure -> failure.startsWith("cycle ") ? failure : "cycle " + moment + ": " + failure);
            IO.println("kill loop: " + moment + ", " + verified + " acknowledgements so far, "
                    + millis(System.nanoTime() - started) + " ms");
        }
        if (failures.isEmpty() && subject.verifiable()) {
            server.kill();
            require(ServerProcess.run("verify", data.toString()));
        }
        return new Outcome(done, verified, crew.refusals(), List.copyOf(failures), slowest);
    }

    @Override
    public void close() {
        crew.close();
        server.close();
    }

    private void cycle(Moment moment) throws Exception {
        before = Sight.of(server.port());
        ended = false;
        tradeUntilGone(moment);
        verified += crew.stop();
        upNanos = System.nanoTime() - before.nanos();
        verify(moment);
        Truth truth = tear(moment);
        failures.addAll(crew.contradictions(truth));
        failures.addAll(crew.contradictions());
        if (ended && !truth.isOver()) {
            failures.add(Truth.LOST + "the end of game " + before.game() + " is not in its journal");
        }
        if (moment.losesTheDatabase()) {
            Files.deleteIfExists(data.resolve("botpit.mv.db"));
        }
        restart(moment);
        lookAt(truth);
        verified += crew.recall(server.port(), before.game(), truth);
        failures.addAll(crew.contradictions());
    }

    private void tradeUntilGone(Moment moment) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        ServerProcess victim = server;
        crew.trade(server.port(), moment.acknowledgements(), () -> {
            if (moment.kind() == Moment.Kind.ACKNOWLEDGEMENT) {
                victim.kill();
            }
            reached.countDown();
        });
        if (moment.kind() == Moment.Kind.ACKNOWLEDGEMENT) {
            var _ = reached.await(moment.after().toMillis(), TimeUnit.MILLISECONDS);
        } else if (!server.livesFor(moment.after())) {
            failures.add("the server died by itself: " + server.log());
        }
        switch (moment.kind()) {
            case ANY, REPLAY, ACKNOWLEDGEMENT -> server.kill();
            case GAME_END -> killWhileItEnds(moment);
            case POLITE -> {
                int exit = server.terminate();
                if (exit != 0) {
                    failures.add("exit code " + exit + " after SIGTERM: " + server.log());
                }
                ended = true;
            }
        }
    }

    private void killWhileItEnds(Moment moment) throws Exception {
        HttpRequest end = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + server.port() + "/api/v1/admin/games/" + before.game() + "/end"))
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(data.resolve("admin-secret")).strip())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(end, HttpResponse.BodyHandlers.discarding());
            server.livesFor(Duration.ofMillis((long) (moment.share() * END_MILLIS)));
            ended = answer.isDone()
                    && !answer.isCompletedExceptionally()
                    && answer.join().statusCode() == 200;
            server.kill();
        }
    }

    /**
     * Each time what this life has written to: the lobby and the game. All that is in the folder, tables included, before
     * the tables are deleted.
     */
    private void verify(Moment moment) {
        if (!subject.verifiable()) {
            return;
        }
        if (moment.losesTheDatabase()) {
            require(ServerProcess.runHere("verify", data.toString()));
            return;
        }
        FolderCheck check = FolderCheck.of(DataFolder.journalsIn(data));
        require(check.lobby());
        require(check.game(before.game(), _ -> {}));
    }

    private void require(JournalReport report) {
        if (!report.isSound()) {
            failures.add("verify: " + report);
        }
    }

    private void require(ServerProcess.Finished verify) {
        if (verify.exit() != 0) {
            failures.add("verify: " + verify.out() + verify.err());
        }
    }

    /** What the journal says once it is as the next start will find it. */
    private Truth tear(Moment moment) throws IOException {
        Path folder = DataFolder.journalsIn(data);
        Truth whole = Truth.read(subject.shelf().apply(folder), before.game());
        if (moment.tearsAJournal()) {
            tears.owe();
        }
        if (!subject.verifiable() || moment.kind() == Moment.Kind.POLITE) {
            return whole;
        }
        boolean untold = whole.lastLonelyOrder()
                .filter(order -> crew.neverTold(order.getKey(), order.getValue()))
                .isPresent();
        return tears.tear(folder.resolve(before.game() + ".journal"), untold)
                ? Truth.read(subject.shelf().apply(folder), before.game())
                : whole;
    }

    private void restart(Moment moment) throws Exception {
        if (moment.kind() == Moment.Kind.REPLAY) {
            long spawned = System.nanoTime();
            Process half = launch.spawn(Files.createTempFile("botpit-half", ".log"));
            var _ = half.waitFor((long) (moment.share() * recovery.toMillis()), TimeUnit.MILLISECONDS);
            half.destroyForcibly().onExit().join();
            upNanos += System.nanoTime() - spawned;
        }
        long spawned = System.nanoTime();
        server = ServerProcess.start(launch);
        recovery = Duration.ofNanos(System.nanoTime() - spawned);
        slowest = recovery.compareTo(slowest) > 0 ? recovery : slowest;
        upNanos -= spawned;
    }

    /** The game goes on if it was not over, and its clock has run only while a server was there. */
    private void lookAt(Truth truth) throws Exception {
        Sight now = Sight.of(server.port());
        upNanos += now.nanos();
        if (truth.isOver() == now.game().equals(before.game())) {
            failures.add("game " + before.game() + (truth.isOver() ? " was over" : " was not over")
                    + ", and the default game is " + now.game());
        }
        if (truth.isOver()) {
            return;
        }
        long ran = before.leftMillis() - now.leftMillis();
        long least = crew.lastPlacedMillis() - before.wallMillis() - CLOCK_TOLERANCE_MILLIS;
        long most = millis(upNanos) + CLOCK_TOLERANCE_MILLIS;
        if (ran < Math.max(0, least) || ran > most) {
            failures.add("the game's clock ran " + ran + " ms, expected were " + least + " to " + most);
        }
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
