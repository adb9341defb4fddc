package io.botpit.server.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.http.Sockets;
import io.botpit.server.local.Callers.Caller;
import io.botpit.server.rig.FakeLink;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Bots that connect by themselves, before they have a seat. */
class CallersTest {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final String REFUSED =
            "1013 all seats for bots that connect are taken (2): name socket once more in --bots";

    private final Callers callers = new Callers(2);
    private final FakeLink ann = new FakeLink("ann");
    private final FakeLink bob = new FakeLink("bob");
    private final FakeLink cat = new FakeLink("cat");

    @Test
    void whoeverComesBeyondTheSeatsIsRefusedAtOnce() {
        callers.arena(ann);
        callers.arena(bob);

        callers.arena(cat).text("{}");

        assertThat(cat.closed()).isEqualTo(REFUSED);
        assertThat(ann.closed()).isNull();
    }

    @Test
    void whoeverHasASeatStillHasItWhenItHangsUp() {
        Sockets.Peer first = callers.arena(ann);
        callers.next(AT_ONCE);
        first.closed();
        callers.arena(bob);

        callers.arena(cat);

        assertThat(bob.closed()).isNull();
        assertThat(cat.closed()).isEqualTo(REFUSED);
    }

    @Test
    void whoeverHungUpGetsNoSeatAndMakesRoom() {
        Sockets.Peer first = callers.arena(ann);
        // Says something before it has a seat, and nobody's thread waits for that.
        first.text("{}");
        callers.arena(bob);
        first.closed();
        callers.arena(cat);

        Caller one = callers.next(AT_ONCE);
        Caller two = callers.next(AT_ONCE);

        assertThat(one).isNotNull().extracting(Caller::link).isSameAs(bob);
        assertThat(two).isNotNull().extracting(Caller::link).isSameAs(cat);
    }

    @Test
    void whatWasSaidBeforeTheSeatIsNotLost() {
        callers.arena(ann).text("hello");

        Caller caller = callers.next(AT_ONCE);

        assertThat(caller).isNotNull();
        assertThat(caller.inbox().poll(0)).isEqualTo(new Inbox.Heard.Frame("hello"));
    }

    @Test
    void aSeatThatNobodyCameForIsGivenUp() {
        assertThat(callers.next(AT_ONCE)).isNull();
        callers.arena(ann);

        callers.arena(bob);

        assertThat(ann.closed()).isNull();
        assertThat(bob.closed()).isEqualTo(REFUSED);
    }
}
