package io.botpit.persistence.journal;

import java.nio.file.Path;

/** Appends small batches until it is killed, and prints each acknowledged sequence on a line of its own. */
final class AppendingChild {
    private AppendingChild() {}

    static void main(String[] args) {
        Journals journals = new Journals(Path.of(args[0]));
        GameJournal journal = journals.exists(Story.GAME)
                ? journals.append(Story.GAME, Story.endOf(journals), Durability.PROCESS)
                : journals.create(Story.HEAD, Durability.PROCESS);
        while (true) {
            long next = journal.sequence() + 1;
            journal.append(Story.records(next, next + next % 4));
            IO.println(journal.sequence());
        }
    }
}
