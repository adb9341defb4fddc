package io.botpit.server.loop;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * A thread that brings messages, and turns the cranks they set going itself once it has brought all it has: a hand-over
 * to a thread that sleeps costs more than the turn. It takes {@value #TURNS_MAX} turns at most and leaves the rest to the
 * pools, so that no busy game keeps it. Belongs to its thread.
 */
public final class Errand {
    private static final ScopedValue<Errand> CURRENT = ScopedValue.newInstance();
    private static final int TURNS_MAX = 16;
    /** Whoever sends without a break is answered now and then. */
    private static final int MESSAGES_MAX = 64;

    /** Each once, however many messages set it going: what is counted is turns. */
    private final SequencedSet<Crank> owed = new LinkedHashSet<>();

    private int messages;
    private boolean bringing;

    private Errand() {}

    /** Runs a task, and then takes the turns that it owes. */
    public static void run(Runnable task) {
        Errand errand = new Errand();
        ScopedValue.where(CURRENT, errand).run(() -> {
            try {
                task.run();
            } finally {
                errand.takeTurns();
            }
        });
    }

    /**
     * Brings one message, as part of {@link #run}; elsewhere it only runs it. Bringing must not wait for what it brings: its
     * turn comes afterwards.
     */
    public static void bring(Runnable message) {
        if (CURRENT.isBound()) {
            CURRENT.get().with(message);
        } else {
            message.run();
        }
    }

    /** Whether this thread is bringing something, and may {@link #owe}. */
    static boolean isOn() {
        return CURRENT.isBound() && CURRENT.get().bringing;
    }

    /** This thread will turn that crank if nobody does so before. */
    static void owe(Crank crank) {
        CURRENT.get().owed.add(crank);
    }

    private void with(Runnable message) {
        bringing = true;
        try {
            message.run();
        } finally {
            bringing = false;
        }
        if (++messages >= MESSAGES_MAX) {
            takeTurns();
        }
    }

    private void takeTurns() {
        messages = 0;
        bringing = true;
        try {
            for (int turns = 0; turns < TURNS_MAX && !owed.isEmpty(); turns++) {
                owed.removeFirst().turnHere();
            }
        } finally {
            bringing = false;
            owed.forEach(Crank::handOver);
            owed.clear();
        }
    }
}
