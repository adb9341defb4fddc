package io.botpit.server.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The SDK for Java in one small jar: what a bot needs of the class path that this program runs on, be it one jar or many. */
final class SdkJar {
    private static final List<String> FOLDERS = List.of(
            "io/botpit/bots/",
            "io/botpit/protocol/",
            "tools/jackson/core/",
            "tools/jackson/databind/",
            "com/fasterxml/jackson/annotation/",
            "org/jspecify/annotations/",
            "licenses/jackson-");

    private final JarOutputStream jar;
    private final Set<String> written = new HashSet<>();

    private SdkJar(JarOutputStream jar) {
        this.jar = jar;
    }

    /** Writes a file that is not there yet. */
    static void write(Path file) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            SdkJar sdk = new SdkJar(jar);
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                sdk.addFrom(Path.of(entry).toAbsolutePath());
            }
        }
    }

    private void addFrom(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            addFolder(place);
        } else if (Files.isRegularFile(place)) {
            addJar(place);
        }
    }

    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (isWanted(name)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        add(name, in);
                    }
                }
            }
        }
    }

    private void addJar(Path packed) throws IOException {
        try (ZipFile zip = new ZipFile(packed.toFile())) {
            for (ZipEntry entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
                if (isWanted(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        add(entry.getName(), in);
                    }
                }
            }
        }
    }

    private static boolean isWanted(String name) {
        return FOLDERS.stream().anyMatch(name::startsWith);
    }

    /** What comes first on a class path is what counts. */
    private void add(String name, InputStream in) throws IOException {
        if (written.add(name)) {
            jar.putNextEntry(new ZipEntry(name));
            in.transferTo(jar);
            jar.closeEntry();
        }
    }
}
