package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.GameTime;
import io.botpit.game.control.GameView;
import io.botpit.protocol.SpectatorFrames;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes a film of a game of the past: the page's frames, one at each whole step of play. How long the game is shows only
 * at its end, and to play it again costs more than to write a frame twice: so it is taken at several steps at once, a
 * second and its doubles, and the narrowest is given up when it has too many frames or too many bytes. One thread.
 */
public final class Reel implements Witness {
    public static final int FRAMES_MAX = 3_600;

    /** Compressed. */
    public static final long FILM_BYTES_MAX = 16L << 20;

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final SpectatorFrames writer = new SpectatorFrames();
    private final Subject subject;
    private final Spectacle spectacle;
    private final long bytesMax;

    /** The narrowest step first; one that no two frames would fit into has not begun. */
    private final Deque<Take> takes = new ArrayDeque<>();

    private GameTime last = GameTime.EPOCH;
    private String first = "";
    private long sinceFirst;

    /**
     * Nothing is on it yet.
     *
     * @param view the game before its first command
     */
    public Reel(Subject subject, GameView view) {
        this(subject, view, FILM_BYTES_MAX);
    }

    Reel(Subject subject, GameView view, long bytesMax) {
        this.subject = subject;
        this.spectacle = new Spectacle(subject, view);
        this.bytesMax = bytesMax;
    }

    @Override
    public void see(Committed commit) {
        spectacle.see(commit);
    }

    @Override
    public void see(GameView view, GameTime at) {
        if (view.sequence() != spectacle.view().sequence()) {
            spectacle.see(view);
        }
        GameTime start = view.clock().startedAt();
        if (start != null && at.microsSince(start) % MICROS_PER_SECOND == 0) {
            add(at.microsSince(start) / MICROS_PER_SECOND, at);
        }
        last = at;
    }

    /**
     * All of it, after the last picture.
     *
     * @param commands that it is made of, each proved to come out as the journal has it
     * @param chain the last hash of the journal, in hex
     */
    public Packed develop(long commands, String chain) {
        if (takes.isEmpty()) {
            begin(last);
        }
        Take take = takes.getFirst();
        return take.develop(
                writer.write(spectacle.finale(take.since(), last)),
                "{\"commands\":" + commands + ",\"chain\":\"" + chain + "\"}");
    }

    private void begin(GameTime at) {
        first = writer.write(spectacle.snapshot(at));
        sinceFirst = spectacle.nextBeat();
        begin(1);
    }

    private void begin(long step) {
        takes.addLast(new Take(subject.game().text(), step, first, sinceFirst));
    }

    private void add(long second, GameTime at) {
        if (takes.isEmpty()) {
            begin(at);
            return;
        }
        if (second == takes.getLast().step() * 2) {
            begin(second);
        }
        long next = spectacle.nextBeat();
        for (Take take : takes) {
            if (second % take.step() == 0) {
                take.add(writer.write(spectacle.update(take.since(), at)), next);
            }
        }
        while (takes.size() > 1 && isTooLong(takes.getFirst())) {
            takes.removeFirst();
        }
    }

    private boolean isTooLong(Take take) {
        return take.frames() >= FRAMES_MAX || take.bytes() > bytesMax;
    }
}
