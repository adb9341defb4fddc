package io.botpit.server.session;

import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.server.lobby.OpenGame;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts each player's connections to each game and tells the game of the first and the last. Any thread; counting and
 * telling are one step, so that the game hears them in the right order.
 */
final class Presence {
    private final Map<Seat, Integer> connections = new ConcurrentHashMap<>();

    private record Seat(GameId game, PlayerId player) {}

    void arrive(OpenGame game, PlayerId player) {
        connections.compute(new Seat(game.id(), player), (_, before) -> {
            if (before == null) {
                game.presence(player, true);
                return 1;
            }
            return before + 1;
        });
    }

    boolean isThere(OpenGame game, PlayerId player) {
        return connections.containsKey(new Seat(game.id(), player));
    }

    void leave(OpenGame game, PlayerId player) {
        connections.computeIfPresent(new Seat(game.id(), player), (_, before) -> {
            if (before == 1) {
                game.presence(player, false);
                return null;
            }
            return before - 1;
        });
    }
}
