package io.botpit.server.tournament;

/** What came of an act of the admin. */
public sealed interface Verdict {
    record Done() implements Verdict {}

    /**
     * It cannot be done now.
     *
     * @param why for people
     */
    record Refused(String why) implements Verdict {}

    /** There is no such tournament. */
    record Unknown() implements Verdict {}
}
