package io.botpit.server.feed;

/**
 * Something worth telling of a game.
 *
 * @param sequence of the command it came of
 * @param millis when, since the epoch
 */
public record StoryLine(long sequence, long millis, String text) {}
