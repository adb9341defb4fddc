package io.botpit.simulation.weather;

/** The process dies inside a call of its disk; an error, since nothing may catch it. */
final class PowerCut extends Error {
    private static final long serialVersionUID = 1;

    PowerCut() {
        super("the process died", null, false, false);
    }
}
