package io.botpit.persistence.journal;

import io.botpit.game.Command;
import io.botpit.game.GameId;
import io.botpit.game.Stamped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one game, read from the start. Every record's checksum and sequence are checked on the way; the chain
 * is proved by a {@link Replay}, which knows the events. Throws {@link JournalDamaged}. For one thread.
 */
public final class JournalReader implements AutoCloseable {
    private final RecordScanner records;
    private final JournalHead head;

    private JournalReader(RecordScanner records, JournalHead head) {
        this.records = records;
        this.head = head;
    }

    /**
     * One command.
     *
     * @param before the chain without it
     * @param chain the chain with it and its events
     * @param offset of the record in the file
     * @param end of the byte behind it
     */
    public record Entry(Stamped<Command> command, Chain before, Chain chain, long offset, long end) {}

    static JournalReader open(JournalFile file, GameId game) throws IOException {
        RecordScanner records = file.scan();
        try {
            JournalHead head = decoded(records, records.next(), JournalHead::read);
            if (!head.game().equals(game)) {
                throw records.damaged(Layout.FILE_HEADER_BYTES, "this is the journal of game " + head.game());
            }
            return new JournalReader(records, head);
        } catch (RuntimeException e) {
            records.close();
            throw e;
        }
    }

    public JournalHead head() {
        return head;
    }

    /** The next command, or null behind the last one. */
    public @Nullable Entry next() {
        RecordScanner.Found found = records.next();
        if (found == null) {
            return null;
        }
        Stamped<Command> command = decoded(records, found, CommandCodec::read);
        return new Entry(command, found.before(), found.chain(), found.offset(), records.position());
    }

    /** Where it ends; only known after {@link #next} gave null. */
    public JournalEnd end() {
        return records.end();
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a body says; a record that says nonsense with a good checksum is damage like any other. */
    static <T> T decoded(RecordScanner records, RecordScanner.@Nullable Found found, Function<ByteReader, T> decoder) {
        if (found == null) {
            throw records.damaged(Layout.FILE_HEADER_BYTES, "it is empty");
        }
        try {
            return decoder.apply(found.body());
        } catch (MalformedRecord | IllegalArgumentException e) {
            throw records.damaged(found.offset(), String.valueOf(e.getMessage()));
        }
    }
}
