package io.botpit.server.cli;

/** A command could not do what was asked; the message is the one line that its user sees. */
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
        super(message);
    }

    Failed(String message, Throwable cause) {
        super(message, cause);
    }
}
