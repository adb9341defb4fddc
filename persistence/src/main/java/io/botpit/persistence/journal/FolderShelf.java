package io.botpit.persistence.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Journals in a folder of a real disk. Stateless. */
record FolderShelf(Path folder) implements Shelf {
    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public boolean holds(String name) {
        return Files.exists(folder.resolve(name));
    }

    @Override
    public JournalChannel create(String name) throws IOException {
        return DiskChannel.create(folder.resolve(name));
    }

    @Override
    public JournalChannel open(String name) throws IOException {
        return DiskChannel.open(folder.resolve(name));
    }

    @Override
    public JournalChannel read(String name) throws IOException {
        return DiskChannel.read(folder.resolve(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void force() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public String whereIs(String name) {
        return folder.resolve(name).toString();
    }
}
