package io.botpit.server.loop;

import io.botpit.game.Answer;
import io.botpit.game.GameTime;
import java.util.List;

/**
 * Answers that belong together.
 *
 * @param sequence of the last command that is in them
 * @param answers one per question, in order
 */
public record Reading(long sequence, GameTime at, List<Answer> answers) {
    public Reading {
        answers = List.copyOf(answers);
    }
}
