package io.botpit.simulation.weather;

import io.botpit.server.link.Link;
import io.botpit.server.link.Outbox;
import io.botpit.server.session.Session;
import io.botpit.simulation.audit.Dice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection through the weather. What the server sends arrives late but whole and in order, up to the point where
 * the line breaks; what the client sends may be lost, doubled and overtaken.
 */
final class Line implements Link {
    private static final long MICROS_PER_MILLI = 1_000;

    private final Storm storm;
    private final Machine machine;
    private final Caller caller;
    private final @Nullable String game;
    private final Dice dice;
    private final List<String> heard = new ArrayList<>();
    private final List<Consumer<@Nullable Throwable>> held = new ArrayList<>();
    private int said;
    private int lastArrived;
    private int answered;
    private @Nullable Session session;
    private long lastArrivalMicros;
    private long lostFromMicros = Long.MAX_VALUE;
    private boolean serverOpen = true;
    private boolean callerOpen = true;
    private boolean stuck;

    Line(Storm storm, Machine machine, Caller caller) {
        this.storm = storm;
        this.machine = machine;
        this.caller = caller;
        this.game = caller.game();
        this.dice = storm.dice();
    }

    void opened(Session by) {
        session = by;
    }

    boolean isOpen() {
        return callerOpen;
    }

    /** The reader takes nothing any more. */
    void stick() {
        stuck = true;
    }

    /** Every request that reached the server was answered. */
    boolean isAnswered() {
        return answered == heard.size();
    }

    /** The client sends. */
    void say(String id, String frame) {
        Climate.Wire wire = storm.wire();
        if (dice.permille(wire.dropPermille())) {
            storm.faults().happened(Fault.FRAME_DROPPED);
            return;
        }
        long late = dice.permille(wire.reorderPermille()) ? delay() * 3 : delay();
        storm.faults().happenedIf(late >= MICROS_PER_MILLI, Fault.FRAME_DELAYED);
        int number = ++said;
        storm.calendar().after(late, () -> {
            arrived(number);
            hear(id, frame);
        });
        if (dice.permille(wire.doublePermille())) {
            storm.faults().happened(Fault.FRAME_DOUBLED);
            storm.calendar().after(late + delay(), () -> hear(id, frame));
        }
    }

    private void arrived(int number) {
        storm.faults().happenedIf(number < lastArrived, Fault.FRAME_OVERTAKEN);
        lastArrived = Math.max(lastArrived, number);
    }

    private void hear(String id, String frame) {
        Session now = session;
        if (serverOpen && !machine.isDead() && now != null) {
            heard.add(id);
            now.onFrame(frame);
        }
    }

    @Override
    public void send(String frame, Consumer<@Nullable Throwable> done) {
        if (!serverOpen) {
            done.accept(new IOException("closed"));
            return;
        }
        storm.inspector().shown(game, frame);
        if (stuck) {
            held.add(done);
            return;
        }
        long arrival = Math.max(lastArrivalMicros, storm.calendar().nowMicros() + delay());
        lastArrivalMicros = arrival;
        storm.calendar().after(arrival - storm.calendar().nowMicros(), () -> arrive(arrival, frame));
        if (dice.permille(700)) {
            done.accept(null);
        } else {
            storm.calendar().after(delay(), () -> done.accept(null));
        }
    }

    private void arrive(long arrival, String frame) {
        if (callerOpen && arrival < lostFromMicros) {
            caller.heard(frame);
            if (storm.isEchoing() && callerOpen && dice.permille(50)) {
                caller.heard(frame);
            }
        }
    }

    /** A reply came: it must belong to the request that is next. */
    void answered(@Nullable String id) {
        String expected = answered < heard.size() ? heard.get(answered) : "none";
        answered++;
        if (!expected.equals(id)) {
            throw new Broken("rule 30", "the reply to " + expected + " came next, not the one to " + id);
        }
    }

    @Override
    public void close(int code, String reason) {
        if (serverOpen) {
            storm.faults().happenedIf(reason.equals(Outbox.SLOW_CONSUMER), Fault.SLOW_READER_CUT);
            serverOpen = false;
            goneAtServer();
            closeAtCaller(code + " " + reason);
        }
    }

    @Override
    public String address() {
        return caller.address();
    }

    /** The client hangs up, or something in between does. */
    void hangUp() {
        if (callerOpen) {
            callerOpen = false;
            storm.calendar().after(delay(), () -> {
                serverOpen = false;
                goneAtServer();
            });
            caller.closed("hung up");
        }
    }

    /** The server's process is gone; what was on its way may still arrive. */
    void serverDied() {
        serverOpen = false;
        if (dice.permille(500)) {
            lostFromMicros = storm.calendar().nowMicros();
        }
        closeAtCaller("1006");
    }

    private void closeAtCaller(String why) {
        long last = Math.max(0, lastArrivalMicros - storm.calendar().nowMicros());
        storm.calendar().after(last + 1, () -> {
            if (callerOpen) {
                callerOpen = false;
                caller.closed(why);
            }
        });
    }

    private void goneAtServer() {
        storm.calendar().after(delay(), () -> {
            Session now = session;
            if (!machine.isDead() && now != null) {
                now.onClose();
                held.forEach(done -> done.accept(new IOException("gone")));
                held.clear();
            }
        });
    }

    private long delay() {
        return 1 + dice.upTo(storm.wire().delayMillisMax() * MICROS_PER_MILLI);
    }
}
