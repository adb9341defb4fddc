package io.botpit.bots;

/**
 * Who plays: a name, what proves that it is one's own, and how it thinks.
 *
 * @param tokens empty at first: then the bot registers and keeps its token there
 */
public record Bot(String name, Tokens tokens, Strategy strategy) {}
