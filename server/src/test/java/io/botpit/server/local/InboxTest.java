package io.botpit.server.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What waits between a bot of another program and its turn. */
class InboxTest {
    private final Inbox inbox = new Inbox();

    @Test
    void whoeverWaitsForRoomIsSetFreeWhenNobodyListensAnyMore() throws InterruptedException {
        CountDownLatch full = new CountDownLatch(1);
        Thread reader = Thread.ofPlatform().start(() -> {
            IntStream.range(0, GuestLimits.FRAMES_WAITING_MAX).forEach(number -> inbox.frame("frame " + number));
            full.countDown();
            IntStream.range(0, 2 * GuestLimits.FRAMES_WAITING_MAX).forEach(_ -> inbox.frame("one too many"));
            inbox.gone("ended");
        });
        full.await();
        Awaitility.await().until(() -> reader.getState() == Thread.State.WAITING);

        inbox.close();

        assertThat(reader.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whatWasSaidComesInItsOrder() {
        inbox.frame("one");
        inbox.gone("ended");

        assertThat(inbox.poll(0)).isEqualTo(new Inbox.Heard.Frame("one"));
        assertThat(inbox.poll(0)).isEqualTo(new Inbox.Heard.Gone("ended"));
        assertThat(inbox.poll(0)).isNull();
    }
}
