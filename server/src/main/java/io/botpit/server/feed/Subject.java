package io.botpit.server.feed;

import io.botpit.dialect.Viewer;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.rules.GameRules;
import org.jspecify.annotations.Nullable;

/** The game a feed tells of. */
public record Subject(GameId game, String title, GameRules rules, Names names) {
    /** Whether everybody may see what single players do while the game runs. */
    boolean isOpen() {
        return rules.trading().namedBook();
    }

    /** The game through a player's eyes, or through a stranger's. */
    public Viewer viewer(@Nullable PlayerId player) {
        return new Viewer(player, game, rules, names::of);
    }
}
