package io.botpit.simulation.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.botpit.game.rules.GameRules;
import io.botpit.server.lobby.Passwords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.LoggerFactory;

/**
 * The whole server in bad weather. {@code -Dbotpit.seeds=N} runs more seeds, {@code -Dbotpit.seed=N} one of them, and
 * with profile {@code night} they go on for {@code -Dbotpit.minutes=M}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StormTest {
    /** So many of them have every kind of fault. */
    private static final long SEEDS = 200;

    private static final String LIST = "/weather-regressions.txt";

    private final Logger log = (Logger) LoggerFactory.getLogger("io.botpit");
    private final Level loud = log.getEffectiveLevel();
    private final Passwords passwords = new Passwords(Runnable::run);
    private final Tally tally = new Tally();

    /** A server that is hurt all the time complains all the time. */
    @BeforeEach
    void hush() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void speakAgain() {
        log.setLevel(loud);
    }

    @Test
    @Order(1)
    void everyStormThatEverBrokeSomethingIsWeathered() {
        for (long seed : regressions()) {
            run(seed);
        }
        tally.print();
    }

    @Test
    @Order(2)
    void whatWasToldIsTrueWhateverTheWeather() {
        Long one = Long.getLong("botpit.seed");
        long first = one == null ? 1 : one;
        long seeds = Long.getLong("botpit.seeds", one == null ? SEEDS : 1);
        for (long seed = first; seed < first + seeds; seed++) {
            run(seed);
        }
        tally.print();
        assertThat(tally.promises).isPositive();
        if (seeds >= SEEDS) {
            assertThat(tally.faults.counts())
                    .allSatisfy((fault, count) ->
                            assertThat(count).as("%s in %d seeds", fault, seeds).isPositive());
        }
    }

    @Test
    @Tag("night")
    void theWeatherLastsAllNight() {
        Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("botpit.minutes", 60)));
        long seed = Instant.now().toEpochMilli();
        while (Instant.now().isBefore(end)) {
            IO.println(line(storm(seed), seed));
            run(seed++);
        }
        tally.print();
    }

    @Test
    void oneSeedIsOneRun() {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(storm(seed).run()).isEqualTo(storm(seed).run());
        }
    }

    @Test
    void aDiskThatOnlySaysYesIsFound() {
        for (long seed = 1; seed <= 10; seed++) {
            Storm storm = storm(seed).withDiskThatLies();
            assertThatThrownBy(storm::run)
                    .isInstanceOf(Broken.class)
                    .hasMessageMatching("(?s)rule(s 27 and)? (28|32|33).*");
        }
    }

    @Test
    void anEngineThatBreaksIsFound() {
        for (long seed = 1; seed <= 10; seed++) {
            Storm storm = storm(seed).withEngineThatBreaks();
            assertThatThrownBy(storm::run)
                    .isInstanceOf(Broken.class)
                    .hasMessageStartingWith("the engine broke in game g")
                    .hasCauseInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void anAnswerThatComesTwiceIsFound() {
        for (long seed = 1; seed <= 10; seed++) {
            Storm storm = storm(seed).withEchoes();
            assertThatThrownBy(storm::run).isInstanceOf(Broken.class).hasMessageStartingWith("rule 30");
        }
    }

    private void run(long seed) {
        Storm storm = storm(seed);
        if (tally.runs == 0) {
            System.out.println(line(storm, seed));
        }
        try {
            tally.add(storm.run());
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError(
                    line(storm, seed) + "\n" + broken.getMessage() + "\nagain: ./mvnw verify -pl simulation -am -Dtest="
                            + "StormTest -Dsurefire.failIfNoSpecifiedTests=false -Dbotpit.seed=" + seed
                            + "\nthen add the seed to " + LIST,
                    broken);
        }
    }

    private Storm storm(long seed) {
        return new Storm(seed, passwords);
    }

    private static String line(Storm storm, long seed) {
        return "seed " + seed + ", commit " + commit() + ", behaviour version " + GameRules.BEHAVIOR_VERSION + ", "
                + storm.climate();
    }

    /** Where git says so. */
    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
            try (InputStream out = git.getInputStream()) {
                String text = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
                return text.isEmpty() ? "unknown" : text;
            }
        } catch (IOException nowhere) {
            return "unknown";
        }
    }

    private static List<Long> regressions() {
        try (InputStream in = StormTest.class.getResourceAsStream(LIST)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What was done so far. */
    private static final class Tally {
        private final Instant start = Instant.now();
        private long runs;
        private long events;
        private final Faults faults = new Faults();
        private long promises;

        void add(Storm.Report report) {
            runs++;
            events += report.events();
            faults.add(report.faults());
            promises += report.promises();
        }

        void print() {
            double minutes = Duration.between(start, Instant.now()).toMillis() / 60_000.0;
            System.out.printf(
                    "%d seeds, %d events, %d promises kept; %.0f seeds and %.0f events a minute%n%s%n",
                    runs, events, promises, runs / minutes, events / minutes, faults);
        }
    }
}
