package io.botpit.simulation.weather;

import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.JournalChannel;
import io.botpit.persistence.journal.Shelf;
import io.botpit.simulation.audit.Dice;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A disk in memory that fails, is full, tears a write where the process dies in it, and forgets what was not forced when
 * the power goes.
 */
final class Disk implements Shelf {
    private final Fate fate;
    private final Dice dice;
    private final Durability durability;
    private final Map<String, Sheet> names = new TreeMap<>();
    private Map<String, Sheet> forcedNames = new TreeMap<>();

    /** What becomes of a call. */
    interface Fate {
        Outcome of(Call call);
    }

    enum Call {
        CREATE,
        OPEN,
        WRITE,
        FORCE,
        TRUNCATE,
        RENAME
    }

    enum Outcome {
        DONE,
        /** It says no, and may have done a part. */
        FAILS,
        /** The process dies in it. */
        DIES,
        /** It says yes and has done nothing. No disk of the product's world does that: for the test of the tests. */
        LIES
    }

    Disk(Fate fate, Dice dice, Durability durability) {
        this.fate = fate;
        this.dice = dice;
        this.durability = durability;
    }

    /** The power is gone: of what was not forced anything may be missing, names included. */
    void powerFailed() {
        if (dice.permille(500)) {
            names.clear();
            names.putAll(forcedNames);
        }
        names.values().forEach(sheet -> sheet.loseSome(dice));
        forcedNames = new TreeMap<>(names);
    }

    /** The sequence of the last record that would survive what the durability in force promises; -1: none. */
    long lastSequence(String name) {
        Sheet sheet = names.get(name);
        return sheet == null ? -1 : sheet.lastSequence(durability == Durability.POWER);
    }

    @Override
    public List<String> names() {
        return List.copyOf(names.keySet());
    }

    @Override
    public boolean holds(String name) {
        return names.containsKey(name);
    }

    @Override
    public JournalChannel create(String name) throws IOException {
        suffer(Call.CREATE);
        Sheet sheet = new Sheet();
        names.put(name, sheet);
        return new Open(sheet);
    }

    @Override
    public JournalChannel open(String name) throws IOException {
        suffer(Call.OPEN);
        return read(name);
    }

    @Override
    public JournalChannel read(String name) throws IOException {
        Sheet sheet = names.get(name);
        if (sheet == null) {
            throw new FileNotFoundException(name);
        }
        return new Open(sheet);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        suffer(Call.RENAME);
        Sheet sheet = names.remove(from);
        if (sheet == null) {
            throw new FileNotFoundException(from);
        }
        names.put(to, sheet);
    }

    @Override
    public void force() throws IOException {
        if (suffer(Call.FORCE)) {
            forcedNames = new TreeMap<>(names);
        }
    }

    @Override
    public String whereIs(String name) {
        return "disk/" + name;
    }

    /** Whether it is done. */
    private boolean suffer(Call call) throws IOException {
        return switch (fate.of(call)) {
            case DONE -> true;
            case LIES -> false;
            case FAILS -> throw new IOException(call + " failed");
            case DIES -> throw new PowerCut();
        };
    }

    private final class Open implements JournalChannel {
        private final Sheet sheet;

        Open(Sheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public long size() {
            return sheet.length();
        }

        @Override
        public int read(ByteBuffer target, long at) {
            return sheet.read(target, (int) at);
        }

        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            Outcome outcome = fate.of(Call.WRITE);
            int count = switch (outcome) {
                case DONE -> bytes.remaining();
                case LIES -> 0;
                case FAILS, DIES -> dice.below(bytes.remaining() + 1);
            };
            sheet.write(bytes, (int) at, count);
            if (outcome == Outcome.DIES) {
                throw new PowerCut();
            }
            if (outcome == Outcome.FAILS) {
                throw new IOException("no space left on device");
            }
        }

        @Override
        public void force(boolean metadata) throws IOException {
            if (suffer(Call.FORCE)) {
                sheet.force();
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            if (suffer(Call.TRUNCATE)) {
                sheet.truncate((int) size);
            }
        }

        @Override
        public void close() {
            // Nothing is kept back.
        }
    }
}
