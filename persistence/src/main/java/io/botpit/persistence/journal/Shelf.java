package io.botpit.persistence.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where journals lie: the port between them and a disk. Files have plain names; a name is given once a file is worth it.
 * Any thread; each file has one writer.
 */
public interface Shelf {
    /** A folder on a real disk. */
    static Shelf of(Path folder) {
        return new FolderShelf(folder);
    }

    /** The names of all files, in no order. */
    List<String> names() throws IOException;

    boolean holds(String name);

    /** An empty file, open for writing; what had this name before is gone. */
    JournalChannel create(String name) throws IOException;

    /** A file that is there, open for writing. */
    JournalChannel open(String name) throws IOException;

    /** A file that is there, open for reading only. */
    JournalChannel read(String name) throws IOException;

    /** Gives a file another name, in one step. */
    void rename(String from, String to) throws IOException;

    /** Returns when the names are on the disk: a file is only as safe as its name. */
    void force() throws IOException;

    /** Where a file is, in words for people. */
    String whereIs(String name);
}
