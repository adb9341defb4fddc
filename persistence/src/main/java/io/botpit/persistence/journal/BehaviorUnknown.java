package io.botpit.persistence.journal;

import io.botpit.game.GameId;
import io.botpit.game.rules.GameRules;

/** A journal was written under another version of the engine's behaviour: the game can be read, not continued. */
public final class BehaviorUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    BehaviorUnknown(GameId game, int version) {
        super("game " + game + " was played under behaviour version " + version + ", this engine has "
                + GameRules.BEHAVIOR_VERSION);
    }
}
