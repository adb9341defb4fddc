package io.botpit.server.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The connections of a port that are no sockets, or not yet. Cuts those whose first request is not complete in time,
 * however slowly it trickles in, and where there are too many the oldest: a handshake takes a moment, so that those
 * who come to trade get in however many pages hold on. Any thread.
 */
final class PlainConnections implements Connection.Listener {
    private final Scheduler scheduler;
    private final Duration headerLimit;
    private final int max;
    private final Lock lock = new ReentrantLock();
    private final Set<HttpConnection> open = new LinkedHashSet<>();

    PlainConnections(Scheduler scheduler, Duration headerLimit, int max) {
        this.scheduler = scheduler;
        this.headerLimit = headerLimit;
        this.max = max;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            scheduler.schedule(() -> check(http), headerLimit.toMillis(), TimeUnit.MILLISECONDS);
            oldestTooMany(http).ifPresent(oldest -> oldest.getEndPoint().close());
        }
    }

    /** Also when it becomes a socket. */
    @Override
    public void onClosed(Connection connection) {
        lock.lock();
        try {
            open.remove(connection);
        } finally {
            lock.unlock();
        }
    }

    private Optional<HttpConnection> oldestTooMany(HttpConnection added) {
        lock.lock();
        try {
            open.add(added);
            if (open.size() <= max) {
                return Optional.empty();
            }
            Iterator<HttpConnection> oldest = open.iterator();
            HttpConnection first = oldest.next();
            oldest.remove();
            return Optional.of(first);
        } finally {
            lock.unlock();
        }
    }

    private static void check(HttpConnection connection) {
        if (connection.getMessagesIn() == 0 && connection.getEndPoint().isOpen()) {
            connection.getEndPoint().close();
        }
    }
}
