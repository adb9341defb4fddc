package io.botpit.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a figure depends on.
 *
 * @param load runnable threads on average during the last minute, ours included; much more than a benchmark needs, and the
 *     figures are somebody else's
 */
record Circumstances(String commit, String jvm, String machine, double load) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Circumstances now() throws IOException {
        return new Circumstances(
                revision(),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " x " + processor(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    String row() {
        return String.format(Locale.ROOT, "commit %s, JVM %s, %s, load %.1f", commit, jvm, machine, load);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "\"commit\":\"%s\",\"jvm\":\"%s\",\"machine\":\"%s\",\"load\":%.2f",
                commit,
                jvm,
                machine,
                load);
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return "processor";
        }
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceAll(".*:\\s*", "").replaceAll("[\"\\\\]", ""))
                    .findFirst()
                    .orElse("processor");
        }
    }

    private static String revision() throws IOException {
        Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*").start();
        try (var out = git.inputReader(StandardCharsets.UTF_8)) {
            return String.valueOf(out.readLine());
        }
    }
}
