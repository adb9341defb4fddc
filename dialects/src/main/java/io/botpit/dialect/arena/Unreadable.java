package io.botpit.dialect.arena;

import io.botpit.dialect.Denial;

/** Leaves the reading of one request; caught where the reading began, never shown to anybody else. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Denial denial;
    private final String detail;

    Unreadable(Denial denial, String detail) {
        super(detail, null, false, false);
        this.denial = denial;
        this.detail = detail;
    }

    static Unreadable command(String detail) {
        return new Unreadable(Denial.INVALID_COMMAND, detail);
    }

    static Unreadable missing(String text) {
        return new Unreadable(Denial.MISSING_FIELD, text);
    }

    Denial denial() {
        return denial;
    }

    String detail() {
        return detail;
    }
}
