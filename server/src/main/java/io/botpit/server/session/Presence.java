package io.botpit.server.session;

import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.loop.Whereabouts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts each player's connections to each game and tells the game of the first and the last. Any thread; counting and
 * telling are one step, so that the game hears them in the right order.
 */
final class Presence {
    private final Map<Seat, Integer> connections = new ConcurrentHashMap<>();

    private record Seat(GameId game, PlayerId player) {}

    /** A connection takes another place. */
    void move(Position from, Position to) {
        PlayerId before = from.player();
        PlayerId after = to.player();
        if (after != null) {
            arrive(to.game(), after);
        }
        if (before != null) {
            leave(from.game(), before, before.equals(after) ? Whereabouts.ELSEWHERE : Whereabouts.NOWHERE);
        }
    }

    private void arrive(OpenGame game, PlayerId player) {
        connections.compute(new Seat(game.id(), player), (_, before) -> {
            if (before == null) {
                game.presence(player, Whereabouts.HERE);
                return 1;
            }
            return before + 1;
        });
    }

    boolean isThere(OpenGame game, PlayerId player) {
        return connections.containsKey(new Seat(game.id(), player));
    }

    /** He was let in. What was told of him before the game knew him is lost, and his connection may have gone since. */
    void confirm(OpenGame game, PlayerId player) {
        connections.compute(new Seat(game.id(), player), (_, count) -> {
            game.presence(player, count == null ? Whereabouts.NOWHERE : Whereabouts.HERE);
            return count;
        });
    }

    /** A connection of a player is gone. */
    void leave(OpenGame game, PlayerId player) {
        leave(game, player, Whereabouts.NOWHERE);
    }

    private void leave(OpenGame game, PlayerId player, Whereabouts where) {
        connections.computeIfPresent(new Seat(game.id(), player), (_, before) -> {
            if (before == 1) {
                game.presence(player, where);
                return null;
            }
            return before - 1;
        });
    }
}
