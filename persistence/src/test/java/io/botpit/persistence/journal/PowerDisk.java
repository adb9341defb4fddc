package io.botpit.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A disk with power cuts. It notes every change of a file and of a name. After a cut behind any of them, what was
 * forced is there; of the rest each change, and of each write each sector, is there or not, as {@link Luck} has it. A
 * force of a file makes its bytes safe and not its name. For one thread.
 */
final class PowerDisk implements Shelf {
    private final Map<String, Contents> atStart;
    private final Map<String, Contents> names;
    private final List<Step> steps = new ArrayList<>();

    PowerDisk() {
        this(Map.of());
    }

    /** One with these files, all of them safe. */
    private PowerDisk(Map<String, Contents> files) {
        atStart = Map.copyOf(files);
        names = new LinkedHashMap<>(files);
    }

    /** One change, or the promise that what came before is safe. */
    sealed interface Step {
        record Write(Contents file, int at, ByteBuffer bytes) implements Step {}

        record Resize(Contents file, int bytes) implements Step {}

        record Force(Contents file) implements Step {}

        /** Null: there is no such file any more. */
        record Name(String name, @Nullable Contents file) implements Step {}

        record ForceNames() implements Step {}
    }

    /** A file, whatever it is called. */
    static final class Contents {
        private final byte[] atStart;
        private byte[] bytes;
        /** Whether the bytes may be changed in place: they are not those of the start. */
        private boolean own;

        Contents(byte[] bytes) {
            this.atStart = bytes;
            this.bytes = bytes;
        }
    }

    /** How many changes and promises there were; a cut may come behind each. */
    int steps() {
        return steps.size();
    }

    /** What is found after a cut behind the first so many steps. */
    PowerDisk cutAfter(int count, Random random) {
        Map<Contents, byte[]> safe = new HashMap<>();
        Map<Contents, List<Step>> loose = new LinkedHashMap<>();
        Map<String, Contents> safeNames = new HashMap<>(atStart);
        List<Step> looseNames = new ArrayList<>();
        for (Step step : steps.subList(0, count)) {
            switch (step) {
                case Step.Write(var file, var _, var _) -> later(loose, file, step);
                case Step.Resize(var file, var _) -> later(loose, file, step);
                case Step.Force(var file) ->
                    safe.put(file, Luck.certain().bytes(safe.getOrDefault(file, file.atStart), taken(loose, file)));
                case Step.Name _ -> looseNames.add(step);
                case Step.ForceNames _ -> {
                    safeNames = Luck.certain().names(safeNames, looseNames);
                    looseNames.clear();
                }
            }
        }
        Luck luck = Luck.drawn(random);
        Map<String, Contents> found = new HashMap<>();
        luck.names(safeNames, looseNames).forEach((name, file) -> {
            List<Step> changes = loose.getOrDefault(file, List.of());
            found.put(name, new Contents(luck.bytes(safe.getOrDefault(file, file.atStart), changes)));
        });
        return new PowerDisk(found);
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
    public JournalChannel create(String name) {
        Contents file = new Contents(new byte[0]);
        names.put(name, file);
        steps.add(new Step.Name(name, file));
        return new Channel(file);
    }

    @Override
    public JournalChannel open(String name) throws IOException {
        Contents file = names.get(name);
        if (file == null) {
            throw new IOException("no file " + name);
        }
        return new Channel(file);
    }

    @Override
    public JournalChannel read(String name) throws IOException {
        return open(name);
    }

    /** In one step for who looks; on the disk the new name may come without the old one going, or the other way round. */
    @Override
    public void rename(String from, String to) throws IOException {
        Contents file = names.remove(from);
        if (file == null) {
            throw new IOException("no file " + from);
        }
        names.put(to, file);
        steps.add(new Step.Name(to, file));
        steps.add(new Step.Name(from, null));
    }

    @Override
    public void force() {
        steps.add(new Step.ForceNames());
    }

    @Override
    public String whereIs(String name) {
        return name;
    }

    private static void later(Map<Contents, List<Step>> loose, Contents file, Step step) {
        loose.computeIfAbsent(file, _ -> new ArrayList<>()).add(step);
    }

    private static List<Step> taken(Map<Contents, List<Step>> loose, Contents file) {
        List<Step> changes = loose.remove(file);
        return changes == null ? List.of() : changes;
    }

    private final class Channel implements JournalChannel {
        private final Contents file;

        Channel(Contents file) {
            this.file = file;
        }

        @Override
        public long size() {
            return file.bytes.length;
        }

        @Override
        public int read(ByteBuffer target, long at) {
            int count = Math.min(target.remaining(), file.bytes.length - (int) at);
            target.put(file.bytes, (int) at, count);
            return count;
        }

        @Override
        public void write(ByteBuffer bytes, long at) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            steps.add(new Step.Write(file, (int) at, ByteBuffer.wrap(copy)));
            int end = (int) at + copy.length;
            if (end > file.bytes.length || !file.own) {
                file.bytes = Arrays.copyOf(file.bytes, Math.max(end, file.bytes.length));
                file.own = true;
            }
            System.arraycopy(copy, 0, file.bytes, (int) at, copy.length);
        }

        @Override
        public void force(boolean metadata) {
            steps.add(new Step.Force(file));
        }

        @Override
        public void truncate(long size) {
            steps.add(new Step.Resize(file, (int) size));
            file.bytes = Arrays.copyOf(file.bytes, (int) size);
            file.own = true;
        }

        @Override
        public void close() {
            // Closing makes nothing safe.
        }
    }
}
