package io.botpit.server.feed;

import io.botpit.game.PlayerId;

/** Who is behind a number. Any thread. */
public interface Names {
    /** The name of a player, {@code ?} where there is none. */
    String of(PlayerId player);

    /** Whether the server itself runs this player. */
    boolean isHouse(PlayerId player);
}
