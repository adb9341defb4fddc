package io.botpit.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameTime;
import org.junit.jupiter.api.Test;

/** A crowd that is larger than the memory it may take. */
class AllowanceTest {
    private static final GameTime START = new GameTime(10_000_000);

    private final Allowance<Integer> allowance = new Allowance<>(Rate.perMinute("tries", 2));

    private void crowd() {
        for (int who = 0; who < Allowance.BUCKETS_MAX; who++) {
            assertThat(allowance.take(who, START)).isZero();
        }
    }

    @Test
    void whoeverComesTooLateSharesOneBucket() {
        crowd();

        assertThat(allowance.take(-1, START)).isZero();
        assertThat(allowance.take(-2, START)).isZero();
        assertThat(allowance.take(-3, START)).isPositive();
        assertThat(allowance.isSpent(-4, START)).isTrue();
    }

    @Test
    void whoeverIsKnownKeepsHisOwn() {
        crowd();
        for (int late = 1; late <= 10; late++) {
            allowance.take(-late, START);
        }

        assertThat(allowance.take(7, START)).isZero();
        assertThat(allowance.take(7, START)).isPositive();
    }

    @Test
    void whatIsFullAgainMakesRoom() {
        crowd();
        assertThat(allowance.take(-1, START)).isZero();
        assertThat(allowance.take(-1, START)).isZero();
        assertThat(allowance.take(-1, START)).isPositive();

        assertThat(allowance.take(-1, START.plusMillis(60_000))).isZero();
        assertThat(allowance.take(-1, START.plusMillis(60_000))).isZero();
        assertThat(allowance.take(-2, START.plusMillis(60_000))).isZero();
        assertThat(allowance.take(-3, START.plusMillis(60_000))).isZero();
    }
}
