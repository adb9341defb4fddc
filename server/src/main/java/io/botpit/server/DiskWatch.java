package io.botpit.server;

import io.botpit.server.config.ServerConfig.DiskLimits;
import io.botpit.server.lobby.Intake;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the free space for the journals: warns while there is time, and shuts the intake before a write would fail,
 * since a failed write ends the process. Opens it again by itself. A file system that cannot say how large it is shuts
 * nothing. {@link #look}, which may hang with the file system, by one thread; the rest by any, and at once.
 */
final class DiskWatch implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final long BYTES_PER_MB = 1_000_000;

    private final Supplier<Space> disk;
    private final DiskLimits limits;
    private Level level = Level.PLENTY;
    private volatile Optional<String> obstacle = Optional.empty();
    private volatile double freeBytes = Double.NaN;

    /** What a file system says of itself, in bytes; all zero where it cannot say. */
    record Space(long free, long total) {
        boolean isUnknown() {
            return free == 0 && total == 0;
        }
    }

    private enum Level {
        UNKNOWN,
        PLENTY,
        LOW,
        FULL
    }

    DiskWatch(Supplier<Space> disk, DiskLimits limits) {
        this.disk = disk;
        this.limits = limits;
    }

    @Override
    public Optional<String> obstacle() {
        return obstacle;
    }

    /** As of the last look, in bytes; NaN where nobody can say. */
    double freeBytes() {
        return freeBytes;
    }

    void look() {
        Space space = disk.get();
        Level now = level(space);
        freeBytes = now == Level.UNKNOWN ? Double.NaN : space.free();
        obstacle = now == Level.FULL ? Optional.of(words(space.free())) : Optional.empty();
        if (now != level) {
            level = now;
            say(space.free());
        }
    }

    private Level level(Space space) {
        if (space.isUnknown()) {
            return Level.UNKNOWN;
        }
        if (space.free() < limits.stopBytes()) {
            return Level.FULL;
        }
        return space.free() < limits.warnBytes() ? Level.LOW : Level.PLENTY;
    }

    private String words(long free) {
        return "limit disk_stop_mb=" + limits.stopBytes() / BYTES_PER_MB + ": the server's disk has "
                + free / BYTES_PER_MB + " MB free; cancels and questions go on, try again when the organiser made room";
    }

    private void say(long free) {
        long freeMb = free / BYTES_PER_MB;
        switch (level) {
            case UNKNOWN ->
                LOG.warn("the data folder's file system does not say how much space it has: nobody watches it");
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
