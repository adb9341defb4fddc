package io.botpit.server.session;

import io.botpit.dialect.Channel;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Reply;
import io.botpit.server.feed.FeedHub;
import io.botpit.server.feed.Subscriber;
import io.botpit.server.loop.Outcome;
import io.botpit.server.loop.Reading;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session's subscriptions: to the one game it follows. Works inside the session's pump. */
final class Following {
    private final Session session;
    private @Nullable Subscriber subscriber;
    private @Nullable FeedHub hub;

    Following(Session session) {
        this.session = session;
    }

    /** The answer leaves first, then the state of each channel, then what comes after it. */
    void subscribe(Set<Channel> channels, Slot slot) {
        Position position = session.position();
        FeedHub feed = position.game().feed();
        Subscriber reader = reader(feed, position);
        boolean taken = position.game().loop().ask(feed.firstQuestions(reader, channels), outcome -> {
            switch (outcome) {
                case Outcome.Done<Reading>(var reading) ->
                    slot.fill(
                            new Reply.Subscribed(reading.sequence()), () -> feed.subscribe(reader, channels, reading));
                case Outcome.Broken<Reading>() -> slot.fill(Desk.internal());
            }
        });
        if (!taken) {
            slot.deny(Denial.BUSY, "the game has too many commands waiting");
        }
    }

    void resume(long after, Set<Channel> channels, Slot slot) {
        FeedHub feed = session.position().game().feed();
        Subscriber reader = reader(feed, session.position());
        feed.canResume(after, (possible, last) -> {
            if (possible) {
                slot.fill(new Reply.Subscribed(after), () -> feed.resume(reader, channels, after));
            } else {
                slot.deny(Denial.RESYNC, "sequence " + after + " is not kept any more, or is after the last: " + last);
            }
        });
    }

    void unsubscribe(Set<Channel> channels, Slot slot) {
        FeedHub feed = hub;
        Subscriber reader = subscriber;
        if (feed != null && reader != null) {
            feed.unsubscribe(reader, channels);
        }
        slot.fill(new Reply.Unsubscribed());
    }

    /** The session left the game, or is gone. */
    void end() {
        FeedHub feed = hub;
        Subscriber reader = subscriber;
        if (feed != null && reader != null) {
            feed.unsubscribe(reader, EnumSet.allOf(Channel.class));
        }
        hub = null;
        subscriber = null;
    }

    private Subscriber reader(FeedHub feed, Position position) {
        Subscriber known = subscriber;
        if (known != null && feed.equals(hub)) {
            return known;
        }
        Subscriber fresh = new Subscriber(position.viewer(), session.outbox());
        subscriber = fresh;
        hub = feed;
        return fresh;
    }
}
