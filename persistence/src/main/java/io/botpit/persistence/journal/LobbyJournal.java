package io.botpit.persistence.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The journal of accounts and of the list of games. Used by the lobby's thread and by no other; that thread must not
 * be interrupted. Every failure to write is a {@link StoreBroken} and final.
 */
public final class LobbyJournal implements AutoCloseable {
    /** {@link Journals} keeps this name free of games. */
    static final String FILE_NAME = "lobby.journal";

    private static final String MARK = "lobby";

    private final RecordAppender records;

    private LobbyJournal(RecordAppender records) {
        this.records = records;
    }

    /**
     * The journal, open for writing, and all that is in it.
     *
     * @param tornBytes were cut off its end
     */
    public record Opened(LobbyJournal journal, List<LobbyRecord> records, long tornBytes) {
        public Opened {
            records = List.copyOf(records);
        }
    }

    /** Opens the journal, or begins it; {@link JournalDamaged} if it cannot be trusted. */
    public static Opened open(Shelf shelf, Durability durability) {
        JournalFile file = on(shelf);
        if (!file.exists()) {
            return new Opened(new LobbyJournal(file.create(LobbyJournal::writeHead, durability)), List.of(), 0);
        }
        Contents contents = read(file, (_, _) -> {});
        JournalEnd end = contents.end();
        return new Opened(new LobbyJournal(file.append(end, durability)), contents.records(), end.tornBytes());
    }

    public static Opened open(Path folder, Durability durability) {
        return open(Shelf.of(folder), durability);
    }

    /** All records, none if there is no journal; touches nothing. */
    public static List<LobbyRecord> readOnly(Shelf shelf) {
        return contents(shelf).records();
    }

    public static List<LobbyRecord> readOnly(Path folder) {
        return readOnly(Shelf.of(folder));
    }

    static Contents contents(Shelf shelf) {
        return contents(shelf, (_, _) -> {});
    }

    /** The same, and tells each record with the byte at which it starts. */
    static Contents contents(Shelf shelf, BiConsumer<LobbyRecord, Long> each) {
        JournalFile file = on(shelf);
        return file.exists() ? read(file, each) : new Contents(List.of(), new JournalEnd(0, 0, Chain.START, 0));
    }

    /**
     * Stores records, in order; nothing of them may be shown before this returns.
     *
     * @return the sequence of the last one that is in the journal, the first one's is 1
     */
    public long append(List<LobbyRecord> batch) {
        for (LobbyRecord record : batch) {
            ByteWriter out = records.begin();
            out.eightBytes(records.sequence() + 1);
            LobbyCodec.write(out, record);
            records.seal();
        }
        records.commit();
        return records.sequence();
    }

    public long append(LobbyRecord record) {
        return append(List.of(record));
    }

    public Chain chain() {
        return records.chain();
    }

    @Override
    public void close() {
        records.close();
    }

    record Contents(List<LobbyRecord> records, JournalEnd end) {}

    private static JournalFile on(Shelf shelf) {
        return new JournalFile(shelf, FILE_NAME, Layout.Kind.LOBBY);
    }

    private static Contents read(JournalFile file, BiConsumer<LobbyRecord, Long> each) {
        ChainHasher hasher = new ChainHasher();
        List<LobbyRecord> all = new ArrayList<>();
        try (RecordScanner scanner = file.scan()) {
            for (var found = scanner.next(); found != null; found = scanner.next()) {
                Chain link = hasher.link(found.before(), found.body());
                if (!link.equals(found.chain())) {
                    throw scanner.damaged(new JournalFault(
                            JournalFault.Kind.HASH,
                            scanner.sequence(),
                            found.offset(),
                            "its hash does not follow from the records before",
                            link.toString(),
                            found.chain().toString()));
                }
                if (scanner.sequence() > 0) {
                    LobbyRecord record = JournalReader.decoded(scanner, found, LobbyJournal::readRecord);
                    all.add(record);
                    each.accept(record, found.offset());
                }
            }
            return new Contents(all, scanner.end());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeHead(ByteWriter out) {
        out.eightBytes(0);
        out.text(MARK);
    }

    private static LobbyRecord readRecord(ByteReader in) {
        in.eightBytes();
        return LobbyCodec.read(in);
    }
}
