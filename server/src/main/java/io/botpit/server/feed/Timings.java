package io.botpit.server.feed;

import io.botpit.game.PlayerId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long each player of a game waits, since the server came up. Of a game of the past nobody knows. Any thread. */
final class Timings {
    private final Map<PlayerId, Timing> byPlayer = new ConcurrentHashMap<>();

    Timing of(PlayerId player) {
        return byPlayer.computeIfAbsent(player, _ -> new Timing());
    }
}
