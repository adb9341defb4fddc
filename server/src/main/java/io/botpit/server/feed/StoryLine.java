package io.botpit.server.feed;

import java.util.List;

/**
 * Something worth telling of a game.
 *
 * @param sequence of the command it came of
 * @param millis when, since the epoch
 * @param bots the names of those it is about, maybe none
 */
public record StoryLine(long sequence, long millis, StoryKind kind, String text, List<String> bots) {
    public StoryLine {
        bots = List.copyOf(bots);
    }
}
