package io.botpit.bots;

import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushType;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.ServerFrame;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an arena told, written down and told again in virtual time. A line is a JSON object with one member, as in the
 * conformance kit: {@code {"receive": frame}}, {@code {"tick": milliseconds}} that passed, {@code {"cut": reason}} where the
 * connection was lost. Of replies there are only those to {@code hello}, {@code subscribe} and {@code resume}, so no token
 * is in it. One thread.
 */
public final class Recording {
    private static final JsonText JSON = JsonText.ofServerFrames();

    /** A {@link Conversation} resumes twice, and only then has all that it missed. */
    private static final int RESUMED_AFTER_ANSWERS = 2;

    private final List<Moment> moments;
    private final Arena.Guest guest;
    private final Instant start;
    private int next;
    private Instant now;
    private @Nullable Sight sight;
    private boolean connected;
    private boolean ready;
    /** Whether the game was known when it was greeted, so that a resume makes up for what was missed. */
    private boolean resuming;

    private int answers;
    /** Channels whose snapshot has not come since the greeting. */
    private final Set<PushType> owed = EnumSet.noneOf(PushType.class);
    /** Channels with a gap that nothing has made up for. */
    private final Set<PushType> missing = EnumSet.noneOf(PushType.class);

    /** A line and when it came, in milliseconds since the first one. */
    private record Moment(long atMillis, String member, Json value) {}

    /** Reads a recording; {@link IllegalArgumentException} names the first line that is wrong. */
    public Recording(List<String> lines, Arena.Guest guest) {
        this.moments = moments(lines);
        this.guest = guest;
        start = moments.stream()
                .flatMap(moment ->
                        hello(moment).stream().map(told -> millis(told).minusMillis(moment.atMillis)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hello in the recording: nobody knows its game"));
        now = start;
    }

    /**
     * Writes down what comes over the wires of a dialer.
     *
     * @param lines called by the threads of the wires, by one at a time
     */
    public static Wire.Dialer of(Wire.Dialer dialer, InstantSource clock, Consumer<String> lines) {
        RecordingEars.Pen pen = new RecordingEars.Pen(clock, lines);
        return listener -> {
            RecordingEars ears = new RecordingEars(listener, pen);
            pen.passTo(ears);
            return dialer.open(ears);
        };
    }

    /** What time it is, on the server's clock. */
    public Instant now() {
        return now;
    }

    public boolean isOver() {
        return next == moments.size();
    }

    /** Tells all until the guest is ready. */
    public void begin() {
        while (!ready && !isOver()) {
            step();
        }
    }

    /** Tells what happened up to a moment, and lets the time pass until then. */
    public void playUntil(Instant moment) {
        while (!isOver() && !at(moments.get(next)).isAfter(moment)) {
            step();
        }
        if (now.isBefore(moment)) {
            now = moment;
        }
    }

    private void step() {
        Moment moment = moments.get(next++);
        now = at(moment);
        switch (moment.member) {
            case "receive" -> receive(ServerFrame.read(JSON.write(moment.value)));
            case "cut" -> {
                connected = false;
                ready = false;
                guest.lost(moment.value instanceof Json.TextValue(var reason) ? reason : "");
            }
            default -> {}
        }
    }

    private void receive(ServerFrame frame) {
        switch (frame) {
            case ReplyFrame reply
            when isSubscribed(reply) -> {
                answers++;
                lookWhetherReady();
            }
            case ReplyFrame reply -> hello(reply).ifPresent(this::greeted);
            case PushFrame push -> pushed(push);
            case ServerFrame.Unreadable _ -> {}
        }
    }

    private void greeted(HelloRecord told) {
        Sight known = sight;
        boolean sameGame = known != null && known.isOf(told);
        if (connected && sameGame) {
            return;
        }
        connected = true;
        ready = false;
        answers = 0;
        resuming = sameGame && known != null && known.isComplete();
        owed.addAll(Sight.NEEDED);
        if (!resuming) {
            missing.clear();
            sight = new Sight(told, now.toEpochMilli());
        }
        guest.greeted(told);
    }

    /** As a {@link Conversation} does it: after a gap, what stands is left alone until its snapshot. */
    private void pushed(PushFrame push) {
        Sight seen = sight;
        Sight.Place place = seen == null || !connected ? Sight.Place.OLD : seen.place(push);
        if (seen == null || place == Sight.Place.OLD) {
            return;
        }
        if (place == Sight.Place.GAP) {
            guest.missed(push.type());
            if (Sight.NEEDED.contains(push.type())) {
                missing.add(push.type());
                return;
            }
        }
        seen.take(push, now.toEpochMilli());
        if (seen.isWhole(push)) {
            missing.remove(push.type());
            if (push.stamp().snapshot()) {
                owed.remove(push.type());
            }
        }
        guest.heard(seen.whole(push));
        lookWhetherReady();
    }

    private void lookWhetherReady() {
        Sight seen = sight;
        boolean caughtUp = owed.isEmpty() || resuming && answers >= RESUMED_AFTER_ANSWERS;
        if (connected && !ready && caughtUp && missing.isEmpty() && seen != null && seen.isComplete()) {
            ready = true;
            guest.ready();
        }
    }

    private Instant at(Moment moment) {
        return start.plusMillis(moment.atMillis);
    }

    private static Instant millis(HelloRecord told) {
        return Instant.ofEpochMilli(told.now().movePointRight(3).longValue());
    }

    private static Optional<HelloRecord> hello(Moment moment) {
        return moment.member.equals("receive") && ServerFrame.read(JSON.write(moment.value)) instanceof ReplyFrame reply
                ? hello(reply)
                : Optional.empty();
    }

    /** An answer to {@code subscribe} or {@code resume}. */
    static boolean isSubscribed(ReplyFrame reply) {
        return reply.data() instanceof Json.ObjectValue data && data.has("seq");
    }

    static Optional<HelloRecord> hello(ReplyFrame reply) {
        return reply.data() instanceof Json.ObjectValue data && data.has("instruments")
                ? Optional.of(HelloRecord.from(data))
                : Optional.empty();
    }

    private static List<Moment> moments(List<String> lines) {
        List<Moment> moments = new ArrayList<>();
        long atMillis = 0;
        for (String line : lines) {
            if (JSON.read(line) instanceof JsonText.Read.Value(var json)
                    && json instanceof Json.ObjectValue object
                    && object.members().size() == 1) {
                var member = object.members().entrySet().iterator().next();
                if (member.getKey().equals("tick") && member.getValue() instanceof Json.NumberValue(var digits)) {
                    atMillis += Long.parseLong(digits);
                }
                moments.add(new Moment(atMillis, member.getKey(), member.getValue()));
            } else {
                throw new IllegalArgumentException("not an object with one member: line " + (moments.size() + 1));
            }
        }
        return moments;
    }
}
