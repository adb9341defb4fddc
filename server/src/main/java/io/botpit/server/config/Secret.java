package io.botpit.server.config;

/**
 * A text that must not be shown.
 *
 * @param text the secret itself; {@link #toString} hides it, so that a printed configuration stays harmless
 */
public record Secret(String text) {
    @Override
    public String toString() {
        return "(hidden)";
    }
}
