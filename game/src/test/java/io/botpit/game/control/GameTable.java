package io.botpit.game.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.audit.GameAudit;
import io.botpit.game.rules.GameRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A game as a table: who, what, and what comes of it, in columns two blanks apart. The players ann, bob, cat and dan
 * are there from the start. A line of {@code ask} looks at the game, {@code clock} lets time pass; all other rows are
 * a millisecond apart. The second opinion looks on: what it does not agree with fails the test.
 */
final class GameTable {
    static final List<String> NAMES = List.of("ann", "bob", "cat", "dan");

    private final GameController game;
    private final GameAudit audit;
    private final Outcomes outcomes;
    private long sequence;
    private GameTime now = GameTime.EPOCH;

    private GameTable(GameRules rules) {
        game = new GameController(rules);
        audit = new GameAudit(rules);
        outcomes = new Outcomes(game);
    }

    /** Everybody is admitted and has arrived. */
    static GameTable of(Market market) {
        return of(market.rules());
    }

    /** Likewise. */
    static GameTable of(GameRules rules) {
        GameTable table = new GameTable(rules);
        for (String name : NAMES) {
            table.apply(new Command.RefereeCommand("test", new RefereeAct.Admit(player(name), name)));
        }
        return table;
    }

    /** Nobody is there yet. */
    static GameTable empty(Market market) {
        return new GameTable(market.rules());
    }

    /** Strangers have high numbers. */
    static PlayerId player(String name) {
        return new PlayerId(NAMES.contains(name) ? NAMES.indexOf(name) + 1 : 99);
    }

    static String name(PlayerId player) {
        return player.number() <= NAMES.size() ? NAMES.get(player.number() - 1) : "stranger";
    }

    /** Plays the rows and compares the whole table, so that a failure shows what came instead. */
    void check(String table) {
        List<String> actual = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String row : table.strip().split("\n", -1)) {
            String[] columns = row.strip().split(" {2,}", -1);
            assertThat(columns).as("who, what, outcome in: " + row).hasSize(3);
            expected.add(line(columns[0], columns[1], columns[2]));
            actual.add(line(columns[0], columns[1], play(columns[0], columns[1])));
        }
        assertThat(String.join("\n", actual)).isEqualTo(String.join("\n", expected));
    }

    private static String line(String who, String what, String outcome) {
        return String.format(Locale.ROOT, "%-8s %-40s %s", who, what, outcome);
    }

    private String play(String who, String what) {
        return switch (who) {
            case "ask" -> outcomes.answer(what);
            case "clock" -> {
                now = now.plusMillis(Long.parseLong(what.replace(" ms", "")) - 1);
                yield outcomes.of(apply(new Command.Tick()));
            }
            case "referee" -> outcomes.of(apply(new Command.RefereeCommand("test", TableWords.act(what))));
            default -> outcomes.of(apply(new Command.PlayerCommand(player(who), TableWords.wish(what))));
        };
    }

    private List<Event> apply(Command command) {
        now = now.plusMillis(1);
        sequence++;
        Stamped<Command> stamped = new Stamped<>(sequence, now, command);
        List<Event> events = game.apply(stamped);
        audit.record(stamped, events);
        return events;
    }
}
