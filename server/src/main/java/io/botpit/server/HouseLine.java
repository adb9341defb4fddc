package io.botpit.server;

import io.botpit.bots.Wire;
import io.botpit.server.link.Link;
import io.botpit.server.session.Session;
import io.botpit.server.session.Sessions;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A line within the process from one of the house's bots to a normal session: the same gate and the same journal as for
 * everybody. Both ends are for any thread.
 */
final class HouseLine implements Wire, Link {
    private static final String ADDRESS = "house";

    private final Listener bot;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Session session;

    private HouseLine(Listener bot) {
        this.bot = bot;
    }

    static Wire open(Sessions sessions, Listener bot) {
        HouseLine line = new HouseLine(bot);
        line.session = sessions.openHouse(line);
        return line;
    }

    @Override
    public void send(String frame) {
        Session open = session;
        if (open != null && !closed.get()) {
            open.onFrame(frame);
        }
    }

    @Override
    public void close() {
        hangUp("hung up");
    }

    @Override
    public void send(String frame, Consumer<@Nullable Throwable> done) {
        bot.onText(frame);
        done.accept(null);
    }

    @Override
    public void close(int code, String reason) {
        hangUp(code + " " + reason);
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    private void hangUp(String reason) {
        if (closed.compareAndSet(false, true)) {
            Session open = session;
            if (open != null) {
                open.onClose();
            }
            bot.onClose(reason);
        }
    }
}
