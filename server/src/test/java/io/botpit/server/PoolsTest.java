package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PoolsTest {
    private static final long PATIENCE_SECONDS = 60;

    @Test
    @Timeout(PATIENCE_SECONDS)
    void aChoreThatHangsStopsNeitherTimersNorOtherChoresNorTheEnd() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch rang = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(2);

        try (Pools pools = new Pools()) {
            pools.every("hanging", Duration.ofMillis(1), () -> {
                hangs.countDown();
                hang(never);
            });
            hangs.await();
            pools.after(Duration.ofMillis(1), rang::countDown);
            pools.every("other", Duration.ofMillis(1), done::countDown);

            assertThat(rang.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        never.countDown();
    }

    @Test
    @Timeout(PATIENCE_SECONDS)
    void noChoreIsBegunAgainAfterTheirEnd() throws Exception {
        CompletableFuture<Thread> begun = new CompletableFuture<>();
        CountDownLatch ended = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();

        try (Pools pools = new Pools()) {
            pools.every("chore", Duration.ofMillis(1), () -> {
                times.incrementAndGet();
                begun.complete(Thread.currentThread());
                hang(ended);
                throw new IllegalStateException("closed");
            });
            Thread chore = begun.get();
            pools.endChores();
            ended.countDown();
            chore.join();

            assertThat(times).hasValue(1);
        }
    }

    private static void hang(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt it", e);
        }
    }
}
