package io.botpit.server;

import io.botpit.server.config.ServerConfig.DiskLimits;
import io.botpit.server.lobby.Intake;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the free space for the journals: warns while there is time, and shuts the intake before a write would fail,
 * since a failed write ends the process. Opens it again by itself. {@link #look} by one thread, the rest by any.
 */
final class DiskWatch implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final long BYTES_PER_MB = 1_000_000;

    private final LongSupplier freeBytes;
    private final DiskLimits limits;
    private Level level = Level.PLENTY;
    private volatile Optional<String> obstacle = Optional.empty();

    private enum Level {
        PLENTY,
        LOW,
        FULL
    }

    DiskWatch(LongSupplier freeBytes, DiskLimits limits) {
        this.freeBytes = freeBytes;
        this.limits = limits;
    }

    @Override
    public Optional<String> obstacle() {
        return obstacle;
    }

    long freeBytes() {
        return freeBytes.getAsLong();
    }

    void look() {
        long free = freeBytes();
        Level now = level(free);
        obstacle = now == Level.FULL ? Optional.of(words(free)) : Optional.empty();
        if (now != level) {
            level = now;
            say(free);
        }
    }

    private Level level(long free) {
        if (free < limits.stopBytes()) {
            return Level.FULL;
        }
        return free < limits.warnBytes() ? Level.LOW : Level.PLENTY;
    }

    private String words(long free) {
        return "limit disk_stop_mb=" + limits.stopBytes() / BYTES_PER_MB + ": the server's disk has "
                + free / BYTES_PER_MB + " MB free; cancels and questions go on, try again when the organiser made room";
    }

    private void say(long free) {
        long freeMb = free / BYTES_PER_MB;
        switch (level) {
            case PLENTY -> LOG.info("the data folder's disk has {} MB free again", freeMb);
            case LOW ->
                LOG.warn(
                        "the data folder's disk has {} MB free: make room; below disk-stop-mb={} no orders are taken",
                        freeMb,
                        limits.stopBytes() / BYTES_PER_MB);
            case FULL ->
                LOG.error(
                        "no orders are taken: the data folder's disk has {} MB free, disk-stop-mb={}; make room, "
                                + "it goes on by itself",
                        freeMb,
                        limits.stopBytes() / BYTES_PER_MB);
        }
    }
}
