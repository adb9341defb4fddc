package io.botpit.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.control.GameController;
import io.botpit.game.control.GameView;
import io.botpit.persistence.journal.BehaviorUnknown;
import io.botpit.persistence.journal.JournalDamaged;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Replay;
import io.botpit.persistence.journal.ReplayDiffers;
import io.botpit.protocol.rest.GameResult;
import io.botpit.server.config.ScenarioReader;
import io.botpit.server.local.ResultSheet;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plays a recorded game again: its commands, in their order and at their times, on a fresh engine. */
final class Rerun {
    private static final long LOOK_MICROS = 1_000_000;

    private final GameController game;
    private final Consumer<GameView> each;
    private GameTime lookedAt = GameTime.EPOCH;

    private Rerun(GameController game, Consumer<GameView> each) {
        this.game = game;
        this.each = each;
    }

    /**
     * What came of it.
     *
     * @param each sees the game about once a second of its time
     */
    static GameResult of(Journals journals, GameId id, Consumer<GameView> each) {
        try (JournalReader journal = journals.read(id)) {
            Rerun rerun = new Rerun(Replay.controllerFor(journal.head()), each);
            ResultSheet sheet = new ResultSheet();
            Replay.run(journal, rerun.game::apply, commit -> {
                sheet.accept(commit);
                rerun.look(commit);
            });
            each.accept(rerun.game.view());
            return sheet.result(rerun.game.rules(), scenario(id, journal.head().scenario()), Map.of());
        } catch (ReplayDiffers | BehaviorUnknown | JournalDamaged fault) {
            throw new Failed("game " + id + " cannot be played again: " + fault.getMessage(), fault);
        }
    }

    private void look(Committed commit) {
        GameTime now = commit.command().at();
        if (now.microsSince(lookedAt) >= LOOK_MICROS) {
            lookedAt = now;
            each.accept(game.view());
        }
    }

    private static @Nullable String scenario(GameId id, @Nullable String text) {
        return text == null
                ? null
                : ScenarioReader.read("scenario of game " + id, text.getBytes(UTF_8))
                        .name();
    }
}
