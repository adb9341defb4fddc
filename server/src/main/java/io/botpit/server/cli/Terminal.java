package io.botpit.server.cli;

import java.io.PrintWriter;
import java.util.Map;

/**
 * Where a command reads and writes.
 *
 * @param out what was asked for
 * @param err everything else
 * @param environment of the process
 * @param interactive whether a person looks at {@code out}
 */
public record Terminal(PrintWriter out, PrintWriter err, Map<String, String> environment, boolean interactive) {
    public Terminal {
        environment = Map.copyOf(environment);
    }

    /** For what is beside it alone: whatever is said there disturbs nobody who reads what was asked for. */
    Terminal beside() {
        return new Terminal(err, err, environment, interactive);
    }

    /** One line of what was asked for, at once. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** One line beside it. */
    void note(String line) {
        err.println(line);
        err.flush();
    }
}
