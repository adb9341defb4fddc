package io.botpit.server.feed;

/** Somebody who reads a feed. Any thread. */
public interface FeedReader {
    /** The connection is gone. */
    void close();
}
