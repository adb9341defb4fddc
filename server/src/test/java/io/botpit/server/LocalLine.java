package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.cli.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** The command line, and what it printed. */
final class LocalLine {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    int run(String... arguments) {
        return Main.run(new Terminal(new PrintWriter(out), new PrintWriter(err), Map.of(), false), arguments);
    }

    /** What is printed by this line alone, which is to succeed. */
    String json(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).as(this::err).isZero();
        return out();
    }

    /** With somebody at the keyboard. */
    int typing(InputStream keys, String... arguments) {
        InputStream before = System.in;
        System.setIn(keys);
        try {
            return run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
