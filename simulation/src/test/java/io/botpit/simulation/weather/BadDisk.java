package io.botpit.simulation.weather;

import io.botpit.simulation.audit.Dice;

/** What becomes of the calls of a disk in a storm. */
final class BadDisk implements Disk.Fate {
    private static final long FULL_MICROS_MAX = 3_000_000;

    private final Storm storm;
    private final Dice dice;
    private final Climate.Box box;
    private boolean full;
    private boolean lying;

    BadDisk(Storm storm) {
        this.storm = storm;
        this.dice = storm.dice();
        this.box = storm.climate().box();
    }

    /** From now on it says yes and does nothing. */
    void lie() {
        lying = true;
    }

    @Override
    public Disk.Outcome of(Disk.Call call) {
        if (lying) {
            return call == Disk.Call.WRITE && dice.permille(50) ? Disk.Outcome.LIES : Disk.Outcome.DONE;
        }
        if (storm.isSpared()) {
            return Disk.Outcome.DONE;
        }
        boolean write = call == Disk.Call.WRITE;
        long lot = dice.upTo(1_000_000);
        if (lot < box.tearPpm()) {
            return suffer(write, Fault.WRITE_TORN, Disk.Outcome.DIES);
        }
        lot -= box.tearPpm();
        if (full || lot < box.failPpm()) {
            return suffer(write, full ? Fault.DISK_FULL : Fault.WRITE_FAILED, Disk.Outcome.FAILS);
        }
        if (write && lot - box.failPpm() < box.fullPpm()) {
            storm.note("disk full");
            full = true;
            storm.calendar().after(dice.upTo(FULL_MICROS_MAX), () -> full = false);
            return suffer(true, Fault.DISK_FULL, Disk.Outcome.FAILS);
        }
        return Disk.Outcome.DONE;
    }

    private Disk.Outcome suffer(boolean counted, Fault fault, Disk.Outcome outcome) {
        storm.faults().happenedIf(counted, fault);
        return outcome;
    }
}
