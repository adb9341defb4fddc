package io.botpit.protocol.rest;

import org.jspecify.annotations.Nullable;

/**
 * What an act of the admin led to.
 *
 * @param act such as {@code pause}
 * @param game null: it was not about one game
 * @param sequence of the command in that game; null likewise
 */
public record ActBody(
        String act, @Nullable String game, @Nullable Long sequence) implements RestBody {}
