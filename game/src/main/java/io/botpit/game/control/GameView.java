package io.botpit.game.control;

import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.Standing;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable picture of a game, for those who watch.
 *
 * @param sequence of the last command that is in it
 * @param now the time of that command
 * @param clock start and end, as far as known
 * @param missing listed players that a waiting game waits for
 * @param marks one per instrument
 */
public record GameView(
        GameRules rules,
        long sequence,
        GameTime now,
        GamePhase phase,
        GameMode mode,
        Clock clock,
        List<String> missing,
        List<Standing> standings,
        Map<Symbol, Price> marks) {
    /**
     * Start and end of a game.
     *
     * @param startedAt null: not yet
     * @param endsAt when the time limit is up; null: no limit, or the clock stands
     * @param leftMillis what is left of the time limit; null: no limit
     */
    public record Clock(
            @Nullable GameTime startedAt,
            @Nullable GameTime endsAt,
            @Nullable Long leftMillis) {}
}
