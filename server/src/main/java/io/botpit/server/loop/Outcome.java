package io.botpit.server.loop;

/** What became of something that was handed to a game. */
public sealed interface Outcome<T> {
    /** Done, and whatever it changed is in the journal. */
    record Done<T>(T value) implements Outcome<T> {}

    /** The game or the machine broke: nobody knows more than that the game stands still. */
    record Broken<T>() implements Outcome<T> {}
}
