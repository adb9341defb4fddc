package io.botpit.server.loop;

import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;

/** Where a player of a game is, by his connections. */
public enum Whereabouts {
    /** With the game. */
    HERE,
    /** His last connection to it went to another game. */
    ELSEWHERE,
    /** His last connection to it is gone. */
    NOWHERE;

    /** What the game's journal says of it. */
    RefereeAct act(PlayerId player) {
        return switch (this) {
            case HERE -> new RefereeAct.Arrive(player);
            case ELSEWHERE -> new RefereeAct.Leave(player, true);
            case NOWHERE -> new RefereeAct.Leave(player, false);
        };
    }
}
