package io.botpit.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameTime;
import io.botpit.server.session.TokenBucket.Refused;
import io.botpit.server.session.TokenBucket.Take;
import io.botpit.server.session.TokenBucket.Taken;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final GameTime START = new GameTime(1_000_000);

    private static TokenBucket emptied(Rate rate) {
        TokenBucket bucket = TokenBucket.full(rate, START);
        for (int i = 0; i < rate.burst(); i++) {
            assertThat(bucket.take(START)).isInstanceOf(Taken.class);
            bucket = bucket.take(START).bucket();
        }
        return bucket;
    }

    @Test
    void theBurstCanBeTakenAtOnceAndNoMore() {
        Take next = emptied(Rate.perSecond("commands", 4)).take(START);

        assertThat(next)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.retryAfterMillis()).isEqualTo(250));
    }

    @Test
    void itFillsSteadilyEvenInSmallSteps() {
        TokenBucket bucket = emptied(Rate.perSecond("commands", 3));

        for (int micros = 1; micros <= 333_334; micros++) {
            bucket = bucket.take(START.plusMicros(micros)).bucket();
        }

        assertThat(bucket.take(START.plusMicros(333_334))).isInstanceOf(Refused.class);
        assertThat(bucket.take(START.plusMicros(666_667))).isInstanceOf(Taken.class);
    }

    @Test
    void aLimitThatIsOffRefusesNothing() {
        TokenBucket bucket = TokenBucket.full(Rate.perSecond("commands", 0), START);

        assertThat(bucket.take(START)).isEqualTo(new Taken(bucket));
        assertThat(bucket.take(START.plusMillis(1))).isEqualTo(new Taken(bucket));
    }

    @Test
    void aLongSilenceFillsItToTheBurstOnly() {
        TokenBucket bucket = emptied(Rate.perMinute("tries", 5));
        GameTime later = START.plusMillis(1_000L * 3_600 * 24 * 365 * 100);

        assertThat(bucket.isFull(later)).isTrue();
        assertThat(bucket.take(later)).isInstanceOf(Taken.class);
    }
}
