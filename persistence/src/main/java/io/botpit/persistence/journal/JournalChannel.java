package io.botpit.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One file of a {@link Shelf}, open. For one thread. */
public interface JournalChannel extends AutoCloseable {
    /** In bytes. */
    long size() throws IOException;

    /** Reads into what is left of the buffer, all or in part; negative: there is nothing behind this place. */
    int read(ByteBuffer target, long at) throws IOException;

    /** Writes all of the buffer at this place in one go. */
    void write(ByteBuffer bytes, long at) throws IOException;

    /** Returns when everything written so far is on the disk. */
    void force(boolean metadata) throws IOException;

    void truncate(long size) throws IOException;

    @Override
    void close() throws IOException;
}
