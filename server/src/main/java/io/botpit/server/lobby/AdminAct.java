package io.botpit.server.lobby;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import org.jspecify.annotations.Nullable;

/**
 * What the admin did.
 *
 * @param number counts all acts of this server's journal from 1
 * @param by who, with the address
 * @param what the verb and its parameters
 * @param game null: the whole server
 */
public record AdminAct(
        long number, String by, String what, @Nullable GameId game, GameTime at) {}
