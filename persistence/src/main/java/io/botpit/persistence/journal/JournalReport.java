package io.botpit.persistence.journal;

import java.util.List;

/**
 * What a check of one journal found.
 *
 * @param name the game's id, or {@code lobby}
 * @param commands that were replayed without a difference; for the lobby: records
 * @param events that came of them
 * @param chain the hash over all of it, as far as it is good
 * @param tornBytes at the end, of a batch that nobody was told of; not a problem
 * @param problems in words; none when it is sound
 */
public record JournalReport(
        String name, long commands, long events, Chain chain, long tornBytes, List<String> problems) {
    public JournalReport {
        problems = List.copyOf(problems);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }
}
