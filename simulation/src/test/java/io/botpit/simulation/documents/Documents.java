package io.botpit.simulation.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The pages of the project: what lies in {@code docs/}, and the Markdown files of the root and of the modules. */
final class Documents {
    static final Path ROOT = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent(), "a module has a parent");

    private Documents() {}

    static List<Path> all() {
        List<Path> pages = new ArrayList<>(in(ROOT, 2));
        in(ROOT.resolve("docs"), Integer.MAX_VALUE).stream()
                .filter(page -> !pages.contains(page))
                .forEach(pages::add);
        return pages;
    }

    static List<Path> in(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !isMade(ROOT.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that are text: what stands between code fences is blank, so that line numbers stay true. */
    static List<String> prose(Path page) {
        List<String> prose = new ArrayList<>();
        boolean inCode = false;
        for (String line : lines(page)) {
            boolean fence = line.strip().startsWith("```");
            prose.add(inCode || fence ? "" : line);
            inCode ^= fence;
        }
        return prose;
    }

    private static boolean isMade(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.equals("target") || name.equals("node_modules") || name.startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
