package io.botpit.simulation.exchange;

import io.botpit.bots.Wire;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wires that can be cut, and that can lose what the server says. Any thread. */
final class Crossing implements Wire.Dialer {
    private final Wire.Dialer dialer;
    private final List<Wire> open = new CopyOnWriteArrayList<>();
    private volatile boolean deaf;

    Crossing(Wire.Dialer dialer) {
        this.dialer = dialer;
    }

    @Override
    public Wire open(Wire.Listener listener) throws IOException {
        Wire wire = dialer.open(new Wire.Listener() {
            @Override
            public void onText(String text) {
                if (!deaf) {
                    listener.onText(text);
                }
            }

            @Override
            public void onClose(String reason) {
                listener.onClose(reason);
            }
        });
        open.add(wire);
        return wire;
    }

    /** From now on nothing the server says arrives. */
    void deafen() {
        deaf = true;
    }

    void cut() {
        deaf = false;
        open.forEach(Wire::close);
    }
}
