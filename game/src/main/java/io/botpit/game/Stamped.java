package io.botpit.game;

/**
 * Order and time of something that entered a game. Given by the loop, never by the core.
 *
 * @param sequence 1, 2, 3 ... without gaps within a game
 * @param at when the loop took it in
 */
public record Stamped<T>(long sequence, GameTime at, T value) {}
