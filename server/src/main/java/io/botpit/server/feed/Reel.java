package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.GameTime;
import io.botpit.game.control.GameView;
import io.botpit.protocol.SpectatorFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * Makes a film of a game of the past: the page's frames, one at each whole step of play. What has too many frames, or
 * too many bytes, is not kept, and has to be taken again with a wider step. One thread.
 */
public final class Reel implements Witness {
    public static final int FRAMES_MAX = 3_600;

    /** Compressed. */
    public static final long FILM_BYTES_MAX = 16L << 20;

    private static final long MICROS_PER_MILLI = 1_000;

    private final SpectatorFrames writer = new SpectatorFrames();
    private final Spectacle spectacle;
    private final long stepMillis;
    private final ByteArrayOutputStream film = new ByteArrayOutputStream();
    private final GZIPOutputStream packed;
    private GameTime last = GameTime.EPOCH;
    private long since;
    private int frames;

    /**
     * Nothing is on it yet.
     *
     * @param first the game before its first command
     * @param stepMillis between two frames, a multiple of a second
     */
    public Reel(Subject subject, GameView first, long stepMillis) {
        this.spectacle = new Spectacle(subject, first);
        this.stepMillis = stepMillis;
        try {
            this.packed = new GZIPOutputStream(film);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write("{\"game\":\"" + subject.game().text() + "\",\"stepMs\":" + stepMillis + ",\"frames\":[");
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
        if (start != null && at.microsSince(start) % (stepMillis * MICROS_PER_MILLI) == 0) {
            add(at);
        }
        last = at;
    }

    /** Whether it holds less than the whole game, and a wider step would help. */
    public boolean isTooLong() {
        return frames >= FRAMES_MAX || frames > 2 && film.size() > FILM_BYTES_MAX;
    }

    /**
     * All of it, after the last picture.
     *
     * @param commands that it is made of, each proved to come out as the journal has it
     * @param chain the last hash of the journal, in hex
     */
    public Film develop(long commands, String chain) {
        if (frames == 0) {
            add(last);
        }
        write("," + writer.write(spectacle.finale(since, last)));
        write("],\"journal\":{\"commands\":" + commands + ",\"chain\":\"" + chain + "\"}}");
        try {
            packed.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Film(film.toByteArray());
    }

    private void add(GameTime at) {
        if (!isTooLong()) {
            write(frames == 0 ? writer.write(spectacle.snapshot(at)) : "," + writer.write(spectacle.update(since, at)));
            since = spectacle.nextBeat();
            frames++;
        }
    }

    private void write(String text) {
        try {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
