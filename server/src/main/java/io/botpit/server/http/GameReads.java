package io.botpit.server.http;

import io.botpit.game.GameId;
import io.botpit.protocol.rest.GameBot;
import io.botpit.protocol.rest.NowList;
import io.botpit.server.feed.Film;
import io.botpit.server.http.ArenaReads.Told;

/** What the pages show of single games, beyond lists and tables. Called on many threads at once; may wait for a replay. */
public interface GameReads {
    /** All frames of a game that is over. */
    Told<Film> replay(GameId game);

    /** Games that are not over, the most interesting first. */
    NowList now();

    /** What a bot does or did in a game. */
    Told<GameBot> bot(GameId game, String name);
}
