package io.botpit.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which everything is kept, held by one process at a time. What is made here is for its owner's eyes
 * only. The lock goes with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "botpit.lock";
    private static final String JOURNALS = "journal";
    private static final String DATABASE = "botpit";

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the folder if there is none, and takes it.
     *
     * @throws DataFolderInUse if another process has it; no byte was changed
     * @throws UncheckedIOException if it cannot be made or written
     */
    public static DataFolder lock(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            create(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new DataFolderInUse(root);
            }
            create(journalsIn(root));
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + root, e);
        }
    }

    /** Where the journals of a data folder are; reading them needs no lock. */
    public static Path journalsIn(Path folder) {
        return folder.resolve(JOURNALS);
    }

    /** Whether a data folder has a database of its own; one whose tables are on a server has none. */
    public static boolean hasDatabase(Path folder) {
        return new H2File(folder, DATABASE).exists();
    }

    public Path root() {
        return root;
    }

    public Path journals() {
        return journalsIn(root);
    }

    /**
     * Returns when the names of the folder and of what is in it are on the disk: whatever is forced in a folder later is
     * only as safe as its name. Not possible everywhere, such as where the folder above cannot be listed.
     *
     * @throws UncheckedIOException naming the folder
     */
    public void force() {
        Path above = root.getParent();
        if (above != null) {
            force(above);
        }
        force(root);
    }

    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot force the folder " + folder + " to the disk", e);
        }
    }

    H2File database() {
        return new H2File(root, DATABASE);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void create(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectory(folder, ownerOnly);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
