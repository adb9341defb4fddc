package io.botpit.server.feed;

import io.botpit.protocol.SpectatorFrame.RacePoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's score over a whole game. It begins with a point per second; whenever there are too many, every other one
 * goes and the distance doubles; the end is a point wherever it falls. Feed's thread only.
 */
final class Race {
    static final int POINTS_MAX = 600;

    private static final long MILLIS_AT_FIRST = 1_000;

    private final List<RacePoint> points = new ArrayList<>();
    private long distanceMillis = MILLIS_AT_FIRST;

    boolean isDue(long millis) {
        return points.isEmpty() || millis - points.getLast().t() >= distanceMillis;
    }

    /** Adds a point; one of the same moment gives way, for that moment was not over. */
    void add(long millis, Map<String, BigDecimal> scores) {
        if (!points.isEmpty() && points.getLast().t() == millis) {
            points.removeLast();
        }
        points.add(new RacePoint(millis, scores));
        if (points.size() > POINTS_MAX) {
            thin();
        }
    }

    List<RacePoint> points() {
        return List.copyOf(points);
    }

    @Nullable
    RacePoint newest() {
        return points.isEmpty() ? null : points.getLast();
    }

    private void thin() {
        List<RacePoint> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 2) {
            kept.add(points.get(i));
        }
        points.clear();
        points.addAll(kept);
        distanceMillis *= 2;
    }
}
