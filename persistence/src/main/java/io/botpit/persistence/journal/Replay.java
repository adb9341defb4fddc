package io.botpit.persistence.journal;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.rules.GameRules;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Gives the commands of a journal to a machine again and proves, event by event through the hash chain, that the same
 * came of them; the proof runs beside the machine. Stateless.
 */
public final class Replay {
    private Replay() {}

    /** What turns commands into events; a game's controller, fresh, under the rules of the journal's head. */
    @FunctionalInterface
    public interface Machine {
        List<Event> apply(Stamped<Command> command);
    }

    /**
     * Builds a game again.
     *
     * @param each is told every command with its events, in order
     * @throws BehaviorUnknown if another version of the engine wrote the journal
     * @throws ReplayDiffers at the first command that came out otherwise
     * @throws JournalDamaged if the journal cannot be trusted
     */
    public static Rebuilt rebuild(JournalReader journal, Consumer<Committed> each) {
        GameController game = controllerFor(journal.head());
        JournalEnd end = run(journal, game::apply, each);
        return new Rebuilt(journal.head(), game, end);
    }

    /**
     * Runs a journal to its end and answers where that is.
     *
     * @param machine may be some commands ahead of what is proved and told
     * @param each is told every command with its events, in order, on this thread
     * @throws ReplayDiffers at the first command that came out otherwise
     * @throws JournalDamaged if the journal cannot be trusted
     */
    public static JournalEnd run(JournalReader journal, Machine machine, Consumer<Committed> each) {
        return runRecords(journal, machine, (_, commit) -> each.accept(commit));
    }

    /** The same with the records that the commands come from. */
    static JournalEnd runRecords(
            JournalReader journal, Machine machine, BiConsumer<JournalReader.Entry, Committed> each) {
        Proofs proofs = new Proofs(journal.head().game(), each);
        try {
            for (var entry = journal.next(); entry != null; entry = journal.next()) {
                proofs.add(entry, machine.apply(entry.command()));
            }
        } finally {
            // Whatever went wrong: what differs before that is the first fault, and is thrown in its place.
            proofs.finish();
        }
        return journal.end();
    }

    /**
     * A fresh controller under the rules of a journal.
     *
     * @throws BehaviorUnknown if another version of the engine wrote the journal
     */
    public static GameController controllerFor(JournalHead head) {
        int version = head.rules().behaviorVersion();
        if (version != GameRules.BEHAVIOR_VERSION) {
            throw new BehaviorUnknown(head.game(), version);
        }
        return new GameController(head.rules());
    }
}
