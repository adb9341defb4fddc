package io.botpit.server.lobby;

import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.Journals;
import io.botpit.server.feed.FeedWorks;
import io.botpit.server.loop.Machinery;

/** What every game of a server is built with. */
public record GameWorks(
        Journals journals,
        Durability durability,
        Machinery machinery,
        FeedWorks feeds,
        GameWatch watch,
        Intake intake) {}
