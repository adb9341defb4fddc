package io.botpit.server.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The frames of a game at one step, as the JSON text of a film, compressed as they come. One thread. */
final class Take {
    private final long step;
    private final ByteArrayOutputStream film = new ByteArrayOutputStream();
    private final GZIPOutputStream packed;
    private long since;
    private int frames = 1;

    /**
     * Holds the first frame.
     *
     * @param step between two frames, in seconds
     * @param since the beat of the spectacle after the first frame
     */
    Take(String game, long step, String first, long since) {
        this.step = step;
        this.since = since;
        try {
            this.packed = new GZIPOutputStream(film);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write("{\"game\":\"" + game + "\",\"stepMs\":" + step * 1_000 + ",\"frames\":[" + first);
    }

    long step() {
        return step;
    }

    /** The beat from which on its next frame has to tell. */
    long since() {
        return since;
    }

    int frames() {
        return frames;
    }

    /** So far, compressed. */
    long bytes() {
        return film.size();
    }

    /** @param next the beat of the spectacle after the frame */
    void add(String frame, long next) {
        write("," + frame);
        since = next;
        frames++;
    }

    /** @param journal what the game was told from, as JSON */
    Packed develop(String last, String journal) {
        write("," + last + "],\"journal\":" + journal + "}");
        try {
            packed.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Packed(film.toByteArray());
    }

    private void write(String text) {
        try {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
