package io.botpit.game.control;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who wants his orders cancelled unless he is heard of in time. One thread. */
final class DeadManSwitches {
    private final Map<PlayerId, GameTime> armed = new TreeMap<>();
    private final TreeSet<Deadline> deadlines =
            new TreeSet<>(Comparator.comparing(Deadline::at).thenComparing(Deadline::player));

    private record Deadline(GameTime at, PlayerId player) {}

    void arm(PlayerId player, GameTime at) {
        disarm(player);
        armed.put(player, at);
        deadlines.add(new Deadline(at, player));
    }

    void disarm(PlayerId player) {
        GameTime at = armed.remove(player);
        if (at != null) {
            deadlines.remove(new Deadline(at, player));
        }
    }

    /** Takes out the first that is due, or null. */
    @Nullable
    PlayerId takeDue(GameTime now) {
        if (deadlines.isEmpty() || now.isBefore(deadlines.first().at())) {
            return null;
        }
        PlayerId player = deadlines.first().player();
        disarm(player);
        return player;
    }

    Optional<GameTime> next() {
        return deadlines.isEmpty()
                ? Optional.empty()
                : Optional.of(deadlines.first().at());
    }

    /** Moves all deadlines back; who has which one now, in the order of players. */
    Map<PlayerId, GameTime> postpone(long micros) {
        Map<PlayerId, GameTime> moved = new TreeMap<>();
        armed.forEach((player, at) -> moved.put(player, at.plusMicros(micros)));
        moved.forEach(this::arm);
        return moved;
    }
}
