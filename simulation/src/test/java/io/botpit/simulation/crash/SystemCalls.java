package io.botpit.simulation.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The lines of strace, in the order in which the calls were made. Immutable. */
record SystemCalls(List<String> lines) {
    /** The place of what did not happen; behind everything that did. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final String JOURNAL = "[^>]*/journal/g1\\.journal(?:\\.new)?";
    private static final Pattern FILE_WRITE = Pattern.compile("(?:pwrite64|write)\\((\\d+)<" + JOURNAL + ">.*");
    private static final Pattern SOCKET_WRITE =
            Pattern.compile("(?:write|writev|sendto|sendmsg)\\(\\d+<(?:TCP|socket).*");

    static SystemCalls read(Path trace) throws IOException {
        return new SystemCalls(Files.readAllLines(trace, StandardCharsets.ISO_8859_1));
    }

    /** Whether the process has gone: its first thread goes last. */
    boolean sawTheEndOf(long process) {
        String last = lines.getLast();
        return last.startsWith(process + " ") && last.contains("+++ exited");
    }

    /** The line on which a record with this text goes into the game's journal. */
    int writeToFile(String text) {
        return first(0, FILE_WRITE, text);
    }

    /** The line on which an answer with this text begins to go out. */
    int writeToSocket(String text) {
        return first(0, SOCKET_WRITE, text);
    }

    /** The line on which the force of a written file has come to its end; {@link #NEVER} if nobody forced it. */
    int forceOfTheSameFile(int written) {
        if (written == NEVER) {
            return NEVER;
        }
        Matcher write = FILE_WRITE.matcher(call(written));
        if (!write.matches()) {
            throw new IllegalArgumentException("no write: " + lines.get(written));
        }
        Pattern force = Pattern.compile("(?:fdatasync|fsync)\\(" + write.group(1) + "<" + JOURNAL + ">.*");
        int begun = first(written, force, "");
        if (begun == NEVER || !lines.get(begun).contains("unfinished")) {
            return begun;
        }
        String thread = lines.get(begun).split(" ", 2)[0];
        return IntStream.range(begun, lines.size())
                .filter(i ->
                        lines.get(i).startsWith(thread + " ") && lines.get(i).contains("sync resumed"))
                .findFirst()
                .orElse(NEVER);
    }

    /** The line on which the names in a folder are first forced. */
    int forceOfFolder(String end) {
        return first(0, Pattern.compile("fsync\\(\\d+<[^>]*/" + Pattern.quote(end) + ">.*"), "");
    }

    /** For people: what happened there. */
    String around(int line) {
        int middle = Math.min(line, lines.size() - 1);
        return String.join("\n", lines.subList(Math.max(0, middle - 5), Math.min(lines.size(), middle + 15)));
    }

    private int first(int from, Pattern pattern, String text) {
        return IntStream.range(from, lines.size())
                .filter(i ->
                        lines.get(i).contains(text) && pattern.matcher(call(i)).matches())
                .findFirst()
                .orElse(NEVER);
    }

    /** Without the number of the thread. */
    private String call(int line) {
        return lines.get(line).replaceFirst("^\\d+ +", "");
    }
}
