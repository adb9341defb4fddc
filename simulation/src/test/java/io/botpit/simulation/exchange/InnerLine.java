package io.botpit.simulation.exchange;

import io.botpit.bots.Wire;
import io.botpit.server.link.Link;
import io.botpit.server.session.Session;
import io.botpit.server.session.Sessions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Both ends of a line within one process. Any thread. */
final class InnerLine implements Wire, Link {
    private final Listener client;
    private final CompletableFuture<Session> session = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private InnerLine(Listener client) {
        this.client = client;
    }

    static Wire open(Sessions sessions, Listener client) {
        InnerLine line = new InnerLine(client);
        line.session.complete(sessions.open(line));
        return line;
    }

    @Override
    public void send(String frame) {
        if (!closed.get()) {
            session.join().onFrame(frame);
        }
    }

    @Override
    public void close() {
        hangUp("hung up");
    }

    @Override
    public void send(String frame, Consumer<@Nullable Throwable> done) {
        if (!closed.get()) {
            client.onText(frame);
        }
        done.accept(null);
    }

    @Override
    public void close(int code, String reason) {
        hangUp(code + " " + reason);
    }

    @Override
    public String address() {
        return "127.0.0.1";
    }

    private void hangUp(String reason) {
        if (closed.compareAndSet(false, true)) {
            var _ = session.thenAccept(Session::onClose);
            client.onClose(reason);
        }
    }
}
