package io.botpit.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.link.Link;
import io.botpit.server.link.Outbox;
import io.botpit.server.link.OutboxLimits;
import io.botpit.server.link.Outboxes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventReadersTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final EventReaders readers = new EventReaders(waiting::add);
    private final Outboxes outboxes = new Outboxes(OutboxLimits.STANDARD);

    /** Remembers which frames came together. */
    private static final class Batches implements Link {
        private final List<List<String>> sent = new ArrayList<>();

        @Override
        public void send(String frame, Consumer<@Nullable Throwable> done) {
            sendAll(List.of(frame), done);
        }

        @Override
        public void sendAll(List<String> frames, Consumer<@Nullable Throwable> done) {
            sent.add(List.copyOf(frames));
            done.accept(null);
        }

        @Override
        public void close(int code, String reason) {
            throw new IllegalStateException(reason);
        }

        @Override
        public String address() {
            return "10.0.0.7";
        }
    }

    private Batches reader() {
        Batches link = new Batches();
        Outbox outbox = outboxes.open(link);
        readers.add(outbox);
        return link;
    }

    private void work() {
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
    }

    @Test
    void whatWasPublishedBeforeItsTurnComesLeavesTogether() {
        Batches reader = reader();

        readers.publish(List.of("a"));
        readers.publish(List.of());
        readers.publish(List.of("b", "c"));
        assertThat(reader.sent).isEmpty();
        work();
        readers.publish(List.of("d"));
        work();

        assertThat(reader.sent).containsExactly(List.of("a", "b", "c"), List.of("d"));
    }

    @Test
    void whoeverComesHearsNothingOfWhatWasBefore() {
        Batches early = reader();

        readers.publish(List.of("a"));
        Batches late = reader();
        readers.publish(List.of("b"));
        work();

        assertThat(early.sent).containsExactly(List.of("a"), List.of("b"));
        assertThat(late.sent).containsExactly(List.of("b"));
    }
}
