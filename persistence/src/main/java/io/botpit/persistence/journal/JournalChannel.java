package io.botpit.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The file as a store sees it: the seam at which tests watch the order of writes and forces, and cut the power. */
interface JournalChannel extends AutoCloseable {
    /** Writes all of the buffer at this place in one go. */
    void write(ByteBuffer bytes, long at) throws IOException;

    /** Returns when everything written so far is on the disk. */
    void force(boolean metadata) throws IOException;

    void truncate(long size) throws IOException;

    @Override
    void close() throws IOException;
}
