package io.botpit.server.feed;

import io.botpit.game.GameTime;
import io.botpit.protocol.SpectatorFrames;
import io.botpit.server.link.Frames;
import io.botpit.server.link.Outbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Those who watch the page. On each beat whoever took the last frame gets one update of all that is new to him; who did
 * not is passed over and gets more next time. Feed's thread only.
 */
final class SpectatorReaders {
    /** The time left is told this often even when nothing happens. */
    private static final int BEATS_OF_SILENCE_MAX = 4;

    private final Spectacle spectacle;
    private final SpectatorFrames frames = new SpectatorFrames();
    private final List<Seat> seats = new ArrayList<>();
    private boolean finaleShown;

    /** A viewer, and the beat from which on he knows nothing. */
    private static final class Seat {
        private final Outbox outbox;
        private long since;

        Seat(Outbox outbox, long since) {
            this.outbox = outbox;
            this.since = since;
        }
    }

    SpectatorReaders(Spectacle spectacle) {
        this.spectacle = spectacle;
    }

    void add(Outbox reader, GameTime now) {
        spectacle.viewers(seats.size() + 1);
        // Whatever comes from here on belongs to a new beat, so that nobody is told twice.
        long since = spectacle.nextBeat();
        if (reader.offer(frames.write(spectacle.snapshot(now)))) {
            seats.add(new Seat(reader, since));
        }
        spectacle.viewers(seats.size());
    }

    void remove(Outbox reader) {
        seats.removeIf(seat -> seat.outbox == reader);
        spectacle.viewers(seats.size());
    }

    int count() {
        return seats.size();
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    void beat(GameTime now) {
        Map<Long, Frames> written = new HashMap<>();
        List<Seat> served = new ArrayList<>();
        for (Seat seat : seats) {
            if (seat.outbox.isIdle() && isDue(seat.since)) {
                seat.outbox.offer(written.computeIfAbsent(
                        seat.since, since -> shared(frames.write(spectacle.update(since, now)))));
                served.add(seat);
            }
        }
        long next = spectacle.nextBeat();
        served.forEach(seat -> seat.since = next);
        showFinale(now);
    }

    void cutAll(int code, String reason) {
        seats.forEach(seat -> seat.outbox.cut(code, reason));
        seats.clear();
        spectacle.viewers(0);
    }

    private boolean isDue(long since) {
        return spectacle.hasNews(since) || spectacle.beat() - since >= BEATS_OF_SILENCE_MAX && !spectacle.isOver();
    }

    private void showFinale(GameTime now) {
        if (spectacle.isOver() && !finaleShown) {
            finaleShown = true;
            Frames frame = shared(frames.write(spectacle.finale(spectacle.beat(), now)));
            seats.forEach(seat -> seat.outbox.offer(frame));
        }
    }

    private static Frames shared(String frame) {
        return new Frames(List.of(frame));
    }
}
