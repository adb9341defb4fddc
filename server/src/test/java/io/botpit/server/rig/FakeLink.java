package io.botpit.server.rig;

import io.botpit.server.link.Frames;
import io.botpit.server.link.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection that remembers what was sent, and that can stop to take more. */
public final class FakeLink implements Link {
    private final String address;
    private final List<String> frames = new ArrayList<>();
    private final List<Frames> batches = new ArrayList<>();
    private final List<Consumer<@Nullable Throwable>> pending = new ArrayList<>();
    private boolean stuck;
    private @Nullable String closed;

    public FakeLink(String address) {
        this.address = address;
    }

    @Override
    public void send(String frame, Consumer<@Nullable Throwable> done) {
        frames.add(frame);
        if (stuck) {
            pending.add(done);
        } else {
            done.accept(null);
        }
    }

    @Override
    public void sendAll(Frames frames, Consumer<@Nullable Throwable> done) {
        batches.add(frames);
        Link.super.sendAll(frames, done);
    }

    @Override
    public void close(int code, String reason) {
        if (closed == null) {
            closed = code + " " + reason;
        }
    }

    @Override
    public String address() {
        return address;
    }

    /** From now on the reader takes nothing. */
    public void stick() {
        stuck = true;
    }

    /** The reader goes on. */
    public void unstick() {
        stuck = false;
        List<Consumer<@Nullable Throwable>> now = List.copyOf(pending);
        pending.clear();
        now.forEach(done -> done.accept(null));
    }

    public List<String> frames() {
        return List.copyOf(frames);
    }

    /** What was sent with one flush each. */
    public List<Frames> batches() {
        return List.copyOf(batches);
    }

    /** What was sent since the last call. */
    public List<String> take() {
        List<String> now = List.copyOf(frames);
        frames.clear();
        return now;
    }

    /** Close code and reason; null: it is open. */
    public @Nullable String closed() {
        return closed;
    }
}
