package io.botpit.game;

import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;

/** What the referee may do. */
public sealed interface RefereeAct {
    /**
     * Let a player in and grant the starting wallet. The name is unique in a game, whatever its case.
     *
     * @param owner the account of whoever stands behind the player; the player's own where nobody else does
     */
    record Admit(PlayerId player, String name, PlayerId owner) implements RefereeAct {
        /** Somebody who is his own owner. */
        public Admit(PlayerId player, String name) {
            this(player, name, player);
        }
    }

    /** Likewise for one of the house's own players: whitelist and limit of players are about users, not about it. */
    record AdmitHouse(PlayerId player, String name) implements RefereeAct {}

    /** A player's first connection is up, or the first one again. A whitelisted game waits for it. */
    record Arrive(PlayerId player) implements RefereeAct {}

    /**
     * A player's last connection is gone.
     *
     * @param elsewhere to another game
     */
    record Leave(PlayerId player, boolean elsewhere) implements RefereeAct {}

    /** Start a game that waits, whoever is missing. On a paused game the same as {@link Resume}. */
    record Start() implements RefereeAct {}

    /** Stop trading and the game's clock. */
    record Pause() implements RefereeAct {}

    /** Go on after a pause; the time limit moves back by the length of the pause. */
    record Resume() implements RefereeAct {}

    /** End the game now: cancel orders, release holds, compute the final table. */
    record End(EndCause cause) implements RefereeAct {}

    /** Declare the game void: as {@link End}, but without places. */
    record Annul(String why) implements RefereeAct {}

    /** The server went down in mid-game and is back; the time in between does not count. */
    record Recover() implements RefereeAct {}

    /** Freeze a player (orders cancelled, new ones refused) or let him go on. */
    record Freeze(PlayerId player, boolean frozen) implements RefereeAct {}

    /** Cancel all open orders of a player, who may go on at once. */
    record CancelOrders(PlayerId player) implements RefereeAct {}

    /**
     * What players may do from now on; with the orders of all cancelled it is the switch that stops everything.
     *
     * @param cancelOrders cancel every open order as well, even if the mode stays
     */
    record SetMode(GameMode mode, boolean cancelOrders) implements RefereeAct {}

    /**
     * The reference price of an instrument moves: what it is worth outside of the game, set by the game's scenario. It
     * starts at the instrument's first mark.
     */
    record SetReference(Symbol symbol, Price price) implements RefereeAct {}

    /** Say something to everybody. */
    record Announce(String text) implements RefereeAct {}
}
