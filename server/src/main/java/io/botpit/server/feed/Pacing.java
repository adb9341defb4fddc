package io.botpit.server.feed;

import io.botpit.server.feed.Template.News;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps a story readable: what need not be told is left out where it comes too soon after the last. One thread. */
final class Pacing {
    private static final long MILLIS_BETWEEN = 3_000;
    private static final long MILLIS_BETWEEN_SAME = 30_000;

    private final Map<Topic, Long> told = new HashMap<>();
    private long lastMillis = -MILLIS_BETWEEN;

    private record Topic(StoryKind kind, List<String> bots) {}

    boolean allows(News news, long millis) {
        if (news.kind().isAlwaysTold()) {
            return true;
        }
        told.values().removeIf(when -> millis - when >= MILLIS_BETWEEN_SAME);
        Topic topic = new Topic(news.kind(), news.bots());
        if (millis - lastMillis < MILLIS_BETWEEN || told.containsKey(topic)) {
            return false;
        }
        lastMillis = millis;
        told.put(topic, millis);
        return true;
    }
}
