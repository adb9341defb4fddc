package io.botpit.persistence.journal;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.Stamped;
import io.botpit.game.rules.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A game that never was: commands out of a seed, and events that follow from the sequence alone. */
final class Story {
    static final GameId GAME = new GameId("g1");
    static final JournalHead HEAD =
            new JournalHead(GAME, "Friday cup", new GameTime(1_000), Presets.named(Presets.CLASSIC, 42));

    private Story() {}

    static List<Event> eventsOf(Stamped<Command> command) {
        Arbitrary arbitrary = new Arbitrary(command.sequence());
        return IntStream.range(0, (int) (command.sequence() % 5))
                .mapToObj(_ -> arbitrary.of(Event.class))
                .toList();
    }

    static Committed record(long sequence) {
        Command command = new Arbitrary(-sequence).of(Command.class);
        Stamped<Command> stamped = new Stamped<>(sequence, new GameTime(2_000 + sequence), command);
        return new Committed(stamped, eventsOf(stamped));
    }

    static List<Committed> records(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Story::record).toList();
    }

    /** Reads a journal to its end, proves the chain, and answers all of it. */
    static List<Committed> told(Journals journals) {
        try (JournalReader reader = journals.read(GAME)) {
            List<Committed> all = new ArrayList<>();
            Replay.run(reader, Story::eventsOf, all::add);
            return all;
        }
    }

    static JournalEnd endOf(Journals journals) {
        try (JournalReader reader = journals.read(GAME)) {
            return Replay.run(reader, Story::eventsOf, _ -> {});
        }
    }
}
