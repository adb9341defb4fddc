package io.botpit.persistence;

/** No tables are there that could be read as they are; the message says why. */
public final class TablesUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    TablesUnreadable(String message, Throwable cause) {
        super(message.lines().findFirst().orElse(message), cause);
    }
}
