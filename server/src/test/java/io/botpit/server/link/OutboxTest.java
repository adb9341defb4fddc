package io.botpit.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.rig.FakeLink;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final FakeLink link = new FakeLink("10.0.0.1");

    @Test
    void readersAreCountedWhileTheyAreThere() {
        Outboxes all = new Outboxes(new OutboxLimits(2, 1_000));
        FakeLink slow = new FakeLink("10.0.0.2");
        slow.stick();
        Outbox first = all.open(slow);
        Outbox second = all.open(link);

        first.offer("1");
        first.offer("2");
        second.offer("1");
        assertThat(all.waiting()).isEqualTo(2);
        assertThat(all.waitingLongest()).isEqualTo(2);
        first.offer("3");
        first.offer("4");
        assertThat(all.slowCut()).isEqualTo(1);
        first.abandon();

        assertThat(all.waiting()).isZero();
        assertThat(all.slowCut()).isEqualTo(1);
    }

    private Outbox outbox(int framesMax, long bytesMax) {
        return new Outboxes(new OutboxLimits(framesMax, bytesMax)).open(link);
    }

    @Test
    void framesLeaveInOrderAndOneFlushAtATime() {
        Outbox outbox = outbox(10, 1_000);
        link.stick();

        outbox.offer("1");
        outbox.offer("2");
        outbox.offer("3");
        assertThat(link.frames()).containsExactly("1");
        assertThat(outbox.isIdle()).isFalse();
        link.unstick();

        assertThat(link.frames()).containsExactly("1", "2", "3");
        assertThat(outbox.isIdle()).isTrue();
    }

    @Test
    void oneFrameTooManyCutsTheReader() {
        Outbox outbox = outbox(2, 1_000);
        link.stick();

        assertThat(outbox.offer("1")).isTrue();
        assertThat(outbox.offer("2")).isTrue();
        assertThat(outbox.offer("3")).isFalse();

        assertThat(link.closed()).isEqualTo("1013 slow_consumer");
        assertThat(outbox.offer("4")).isFalse();
    }

    @Test
    void tooManyBytesCutTheReaderButOneLongFrameDoesNot() {
        Outbox outbox = outbox(100, 80);
        link.stick();

        assertThat(outbox.offer("x".repeat(500))).isTrue();
        for (int i = 0; i < 7; i++) {
            assertThat(outbox.offer("0123456789")).isTrue();
        }

        assertThat(outbox.offer("x")).isFalse();
        assertThat(link.closed()).isEqualTo("1013 slow_consumer");
    }

    @Test
    void bytesAreSharedWithThoseWhoKeepUpAndNotKeptForWhoWaits() {
        Outbox outbox = outbox(10, 1_000);
        Frames first = new Frames(List.of("1"));
        Frames second = new Frames(List.of("2"));
        link.stick();

        outbox.offer(first);
        outbox.offer(second);
        link.unstick();

        assertThat(link.frames()).containsExactly("1", "2");
        assertThat(link.batches()).hasSize(2).contains(first).doesNotContain(second);
    }

    @Test
    void theLastWordLeavesBeforeTheEnd() {
        Outbox outbox = outbox(10, 1_000);
        link.stick();
        outbox.offer("1");
        outbox.offer("2");

        outbox.finish(1008, "enough");
        assertThat(link.closed()).isNull();
        assertThat(outbox.offer("3")).isFalse();
        link.unstick();

        assertThat(link.frames()).containsExactly("1", "2");
        assertThat(link.closed()).isEqualTo("1008 enough");
    }
}
