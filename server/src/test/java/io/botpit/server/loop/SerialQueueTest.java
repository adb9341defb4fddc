package io.botpit.server.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SerialQueueTest {
    private final List<Runnable> pool = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final SerialQueue queue = new SerialQueue(pool::add, 300);

    @Test
    void whatIsLeftWaitsForTheNextTaskAndComesBeforeIt() {
        queue.leave(() -> done.add("left"));
        assertThat(pool).isEmpty();

        queue.execute(() -> done.add("told"));
        pool.removeFirst().run();

        assertThat(done).containsExactly("left", "told");
        assertThat(pool).isEmpty();
    }

    @Test
    void whatIsLeftCanBeCalledFor() {
        queue.leave(() -> done.add("left"));

        queue.wake();
        pool.removeFirst().run();

        assertThat(done).containsExactly("left");
    }

    @Test
    void whereMuchIsLeftAThreadIsWoken() {
        for (int i = 0; i < 256; i++) {
            assertThat(pool).isEmpty();
            assertThat(queue.leave(() -> done.add("left"))).isTrue();
        }

        assertThat(pool).hasSize(1);
        pool.removeFirst().run();
        assertThat(done).hasSize(256);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        for (int i = 0; i < 300; i++) {
            assertThat(queue.leave(() -> done.add("left"))).isTrue();
        }

        assertThat(queue.leave(() -> done.add("left"))).isFalse();
    }
}
