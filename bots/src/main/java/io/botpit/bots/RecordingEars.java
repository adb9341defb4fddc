package io.botpit.bots;

import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.ServerFrame;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes on what a wire brings, and writes down what belongs into a {@link Recording}. Called by one thread at a time. */
final class RecordingEars implements Wire.Listener {
    private static final JsonText JSON = JsonText.ofServerFrames();

    private final Wire.Listener listener;
    private final Pen pen;

    /** Whose turn it is to write: the newest wire's. What one that was given up still brings is of no use. Any thread. */
    static final class Pen {
        private final InstantSource clock;
        private final Consumer<String> lines;
        private long lastMillis;
        private @Nullable RecordingEars holder;

        Pen(InstantSource clock, Consumer<String> lines) {
            this.clock = clock;
            this.lines = lines;
            lastMillis = clock.millis();
        }

        synchronized void passTo(RecordingEars next) {
            RecordingEars before = holder;
            if (before != null) {
                write(before, "cut", Json.text("given up"));
            }
            holder = next;
        }

        private synchronized void write(RecordingEars who, String member, Json value) {
            if (who != holder) {
                return;
            }
            long passed = clock.millis() - lastMillis;
            lastMillis += passed;
            if (passed > 0) {
                line("tick", Json.number(passed));
            }
            line(member, value);
            if (member.equals("cut")) {
                holder = null;
            }
        }

        private void line(String member, Json value) {
            lines.accept(JSON.write(Json.object().put(member, value).build()));
        }
    }

    RecordingEars(Wire.Listener listener, Pen pen) {
        this.listener = listener;
        this.pen = pen;
    }

    @Override
    public void onText(String text) {
        ServerFrame frame = ServerFrame.read(text);
        boolean told = frame instanceof PushFrame
                || frame instanceof ReplyFrame reply
                        && (Recording.isSubscribed(reply)
                                || Recording.hello(reply).isPresent());
        if (told && JSON.read(text) instanceof JsonText.Read.Value(var json)) {
            pen.write(this, "receive", json);
        }
        listener.onText(text);
    }

    @Override
    public void onClose(String reason) {
        pen.write(this, "cut", Json.text(reason));
        listener.onClose(reason);
    }
}
