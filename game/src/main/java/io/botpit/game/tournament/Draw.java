package io.botpit.game.tournament;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What draws the bouts of a tournament, each from what happened before. */
sealed interface Draw permits RoundDraw, GroupDraw, Bracket, TableBracket, WindowDraw {
    /** Bouts that can be played now and were not drawn yet; none where it waits for results. */
    List<Draft> next(GameTime now);

    /** Whether nothing will be drawn any more. Asked after {@link #next} drew nothing. */
    boolean isOver(GameTime now);

    /** How far somebody came, where that goes before points. */
    Fraction reached(PlayerId player);

    /** How many rounds there will be; null: nobody knows. */
    @Nullable
    Integer rounds();

    /** When something may be drawn without anything happening before; null: never. */
    default @Nullable GameTime dueAt() {
        return null;
    }
}
