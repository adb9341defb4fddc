package io.botpit.game;

/** Who may see an event. */
public sealed interface Audience {
    record Everyone() implements Audience {}

    record Only(PlayerId player) implements Audience {}

    record Officials() implements Audience {}

    Audience EVERYONE = new Everyone();

    Audience OFFICIALS = new Officials();
}
