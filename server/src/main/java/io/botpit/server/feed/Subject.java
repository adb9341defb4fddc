package io.botpit.server.feed;

import io.botpit.dialect.Viewer;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.journal.JournalHead;
import org.jspecify.annotations.Nullable;

/**
 * The game a feed tells of.
 *
 * @param seedCommitment what is published of its seed before the end; null: nothing
 */
public record Subject(
        GameId game,
        String title,
        GameRules rules,
        @Nullable String seedCommitment,
        Names names) {
    /** The game of a journal. */
    public static Subject of(JournalHead head, Names names) {
        return new Subject(
                head.game(), head.title(), head.rules(), head.commitment().orElse(null), names);
    }

    /** Whether everybody may see what single players do while the game runs. */
    boolean isOpen() {
        return rules.trading().namedBook();
    }

    /** The game through a player's eyes, or through a stranger's. */
    public Viewer viewer(@Nullable PlayerId player) {
        return new Viewer(player, game, rules, names::of);
    }
}
