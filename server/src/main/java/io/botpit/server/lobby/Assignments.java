package io.botpit.server.lobby;

import io.botpit.game.PlayerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which game players are sent to, such as their bout of a tournament: their sockets follow it, whatever they joined
 * before. The lobby's thread writes, any thread reads.
 */
public final class Assignments {
    private final Map<PlayerId, OpenGame> games = new ConcurrentHashMap<>();
    private final List<Consumer<PlayerId>> followers = new CopyOnWriteArrayList<>();

    /** Empty: he goes where he likes. */
    public Optional<OpenGame> of(PlayerId player) {
        return Optional.ofNullable(games.get(player));
    }

    /** Whether somebody is sent anywhere; strangers never are. */
    public boolean sends(@Nullable PlayerId player) {
        return player != null && games.containsKey(player);
    }

    /** Is told of everybody who is sent somewhere else, on the lobby's thread. */
    public void onChange(Consumer<PlayerId> follower) {
        followers.add(follower);
    }

    public void assign(PlayerId player, OpenGame game) {
        if (!game.equals(games.put(player, game))) {
            followers.forEach(follower -> follower.accept(player));
        }
    }

    /** He goes where he likes again. */
    public void release(PlayerId player) {
        if (games.remove(player) != null) {
            followers.forEach(follower -> follower.accept(player));
        }
    }
}
