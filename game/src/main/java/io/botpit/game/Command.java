package io.botpit.game;

/** Everything that can change a game. */
public sealed interface Command {
    /** A wish with a name on it; only the gate makes it. */
    record PlayerCommand(PlayerId player, Intent intent) implements Command {}

    /**
     * An act of the referee.
     *
     * @param by who acted, for the audit record: {@code server}, or {@code admin} and an address
     */
    record RefereeCommand(String by, RefereeAct act) implements Command {}

    /** Time passed; it carries nothing, since the stamp has the time. */
    record Tick() implements Command {}
}
