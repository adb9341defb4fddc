package io.botpit.server.feed;

/** What a reader of a feed gets to see. */
public enum FeedView {
    /** cxgame's frames, one per event, from now on. */
    EVENTS,
    /** The page's view: a picture, then at most four updates a second. */
    SPECTATOR
}
