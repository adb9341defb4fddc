package io.botpit.persistence;

import java.nio.file.Path;

/** Another server works in this data folder. */
public final class DataFolderInUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    DataFolderInUse(Path folder) {
        super("another process uses the data folder " + folder + ": stop it, or choose another folder");
    }
}
