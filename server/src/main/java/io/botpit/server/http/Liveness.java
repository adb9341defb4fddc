package io.botpit.server.http;

import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Pings every socket and cuts those from which nothing came for too long: a peer that is gone without a word would
 * else look alive for ever, because our own pings count as traffic. One thread of its own.
 */
final class Liveness implements AutoCloseable {
    /** Sockets are served in turn, a few at each tick, so that ten thousand pings do not go out at once. */
    private static final int TICKS_PER_PING = 20;

    /** How long a peer may take to answer our close frame. */
    static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Pace pace;
    private final Set<SocketLink> links = ConcurrentHashMap.newKeySet();
    /** Once it is shut down nobody is left to be cut: what comes then is dropped. */
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("botpit-ping").factory(), new ThreadPoolExecutor.DiscardPolicy());

    /**
     * How often and how long.
     *
     * @param ping between two pings
     * @param silence after which a socket is cut
     */
    record Pace(Duration ping, Duration silence) {
        static final Pace STANDARD = new Pace(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    private final Lock lock = new ReentrantLock();
    private final Condition nobody = lock.newCondition();
    private Queue<SocketLink> round = new ConcurrentLinkedQueue<>();
    private int tick;

    Liveness(Pace pace) {
        this.pace = pace;
        long nanos = pace.ping().dividedBy(TICKS_PER_PING).toNanos();
        var _ = thread.scheduleWithFixedDelay(this::tick, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    void watch(SocketLink link) {
        links.add(link);
    }

    void forget(SocketLink link) {
        lock.lock();
        try {
            links.remove(link);
            if (links.isEmpty()) {
                nobody.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Cuts a peer that was told goodbye, when it had the time to let go. */
    void afterFarewell(Runnable cut) {
        var _ = thread.schedule(cut, FAREWELL.toNanos(), TimeUnit.NANOSECONDS);
    }

    int count() {
        return links.size();
    }

    /** Waits until all sockets are gone; false: some are still there. */
    boolean awaitNobody(long millisMax) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millisMax);
        lock.lock();
        try {
            while (!links.isEmpty() && nanos > 0) {
                nanos = nobody.awaitNanos(nanos);
            }
            return links.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** All sockets that are open now. */
    Set<SocketLink> open() {
        return Set.copyOf(links);
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private void tick() {
        if (tick == 0) {
            round = new ConcurrentLinkedQueue<>(links);
        }
        int count = round.size() / (TICKS_PER_PING - tick) + 1;
        for (int i = 0; i < count; i++) {
            SocketLink link = round.poll();
            if (link == null) {
                break;
            }
            link.ping(pace.silence());
        }
        tick = (tick + 1) % TICKS_PER_PING;
    }
}
