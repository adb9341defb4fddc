package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is refused for the same reason again and again. Of interest to nobody else where the rules name no owners. */
final class Refusals implements Template {
    private static final int TIMES = 3;
    private static final long WITHIN_MICROS = 10_000_000;

    private final Subject subject;
    private final Map<Wall, Deque<GameTime>> hits = new HashMap<>();

    private record Wall(PlayerId player, Reason reason) {}

    Refusals(Subject subject) {
        this.subject = subject;
    }

    @Override
    public List<News> see(Event event, Committed commit) {
        if (!(event instanceof Event.Rejected(var player, var reason, var _)) || !subject.isOpen()) {
            return List.of();
        }
        if (!isOnceTooOften(new Wall(player, reason), commit.command().at())) {
            return List.of();
        }
        String words = reason.code().replace('_', ' ');
        return List.of(News.of(StoryKind.LIMITS, subject.names().of(player), " was refused three times: " + words));
    }

    private boolean isOnceTooOften(Wall wall, GameTime at) {
        Deque<GameTime> times = hits.computeIfAbsent(wall, _ -> new ArrayDeque<>(TIMES));
        times.addLast(at);
        if (times.size() < TIMES) {
            return false;
        }
        boolean often = at.microsSince(times.removeFirst()) <= WITHIN_MICROS;
        if (often) {
            times.clear();
        }
        return often;
    }
}
