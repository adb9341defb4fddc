package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.config.ServerConfig.DiskLimits;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskWatchTest {
    private static final long MB = 1_000_000;

    private final AtomicLong free = new AtomicLong();
    private long total = 10_000 * MB;

    @ParameterizedTest
    @CsvSource({"5000, false", "1000, false", "999, false", "200, false", "199, true", "0, true"})
    void theIntakeIsShutBelowTheLimitAndNotAtIt(long freeMb, boolean shut) {
        DiskWatch watch = watch(new DiskLimits(1_000 * MB, 200 * MB));

        free.set(freeMb * MB);
        watch.look();

        assertThat(watch.obstacle().isPresent()).isEqualTo(shut);
    }

    @Test
    void itOpensByItselfAndSaysWhatIsMissingUntilThen() {
        DiskWatch watch = watch(new DiskLimits(1_000 * MB, 200 * MB));

        free.set(150 * MB);
        watch.look();
        assertThat(watch.obstacle().orElseThrow())
                .startsWith("limit disk_stop_mb=200: the server's disk has 150 MB free;")
                .contains("try again when the organiser made room");
        free.set(90 * MB);
        watch.look();
        assertThat(watch.obstacle().orElseThrow()).contains("90 MB free");
        free.set(201 * MB);
        assertThat(watch.obstacle()).as("nobody looked yet").isPresent();
        watch.look();

        assertThat(watch.obstacle()).isEmpty();
    }

    @Test
    void zeroMeansNever() {
        DiskWatch watch = watch(new DiskLimits(0, 0));

        free.set(0);
        watch.look();

        assertThat(watch.obstacle()).isEmpty();
    }

    @Test
    void aFileSystemThatCannotSayShutsNothing() {
        total = 0;
        DiskWatch watch = watch(new DiskLimits(1_000 * MB, 200 * MB));
        assertThat(watch.freeBytes()).as("nobody looked yet").isNaN();

        watch.look();
        assertThat(watch.obstacle()).isEmpty();
        assertThat(watch.freeBytes()).isNaN();

        total = 10_000 * MB;
        watch.look();
        assertThat(watch.obstacle()).isPresent();
        assertThat(watch.freeBytes()).isZero();
    }

    private DiskWatch watch(DiskLimits limits) {
        return new DiskWatch(() -> new DiskWatch.Space(free.get(), total), limits);
    }
}
