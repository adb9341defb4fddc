package io.botpit.persistence;

/**
 * How one player stands against another over all finished games of both.
 *
 * @param met games of both
 * @param ahead of these, how often the player had the better place
 * @param behind likewise the rival
 */
public record RivalRow(Contender rival, int met, int ahead, int behind) {}
