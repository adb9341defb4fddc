package io.botpit.server.config;

import java.util.Locale;

/** How the log on stderr is written. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** For programs: one JSON object a line. */
    JSON;

    /** The word in settings, and the appender's name in {@code logback.xml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
