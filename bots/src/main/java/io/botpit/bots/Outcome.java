package io.botpit.bots;

/** What came of a command: a value, or a refusal, which is a value too. */
public sealed interface Outcome<T> {
    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * It was refused, and nothing happened.
     *
     * @param code stable, such as {@code insufficient_funds}
     * @param message for people
     */
    record Refused<T>(String code, String message) implements Outcome<T> {}

    /** The value; {@link IllegalStateException} with the server's words if it was refused. */
    default T orThrow() {
        return switch (this) {
            case Done<T>(var value) -> value;
            case Refused<T>(var code, var message) -> throw new IllegalStateException(code + ": " + message);
        };
    }
}
