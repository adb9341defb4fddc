package io.botpit.server.http;

import io.botpit.game.GameId;
import io.botpit.protocol.rest.NowList;
import io.botpit.protocol.rest.ReportPage;
import io.botpit.server.feed.Packed;
import io.botpit.server.http.ArenaReads.Told;

/** What the pages show of single games, beyond lists and tables. Called on many threads at once; may wait for a replay. */
public interface GameReads {
    /** All frames of a game that is over. */
    Told<Packed> replay(GameId game);

    /** Figures of all bots of a game that is over, and whether it was held fairly. */
    Told<ReportPage> report(GameId game);

    /** Games that are not over, the most interesting first. */
    NowList now();

    /** Whether a token proves that a name is one's own. */
    boolean isOwn(String name, String token);

    /** All that a bot was told of its own in a game that is over, a JSON object in each line. */
    Told<Packed> diary(GameId game, String name);

    /** What a bot does or did in a game. */
    Told<Packed> bot(GameId game, String name);
}
