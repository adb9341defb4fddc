package io.botpit.persistence.journal;

import io.botpit.game.control.GameController;

/**
 * A game as its journal left it.
 *
 * @param end where to go on writing
 */
public record Rebuilt(JournalHead head, GameController game, JournalEnd end) {}
