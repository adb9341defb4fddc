package io.botpit.server.feed;

import java.util.Locale;

/** What a line of a story is about. */
public enum StoryKind {
    PHASE(true),
    CONNECTION(true),
    REFEREE(true),
    SAID(true),
    LEAD(false),
    PLACE(false),
    HIGH(false),
    DRAWDOWN(false),
    TRADE(false),
    LIMITS(false),
    EMPTY(false),
    SPREAD(false);

    private final boolean alwaysTold;

    StoryKind(boolean alwaysTold) {
        this.alwaysTold = alwaysTold;
    }

    /** The others are left out where there is much to tell. */
    boolean isAlwaysTold() {
        return alwaysTold;
    }

    /** As it is in frames. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
