package io.botpit.server.tournament;

import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Bout;
import io.botpit.game.tournament.TournamentId;
import io.botpit.server.lobby.OpenGame;
import java.util.List;
import java.util.function.Function;

/**
 * A bout whose game this process plays.
 *
 * @param since when this process began to wait for its bots
 */
record Table(TournamentId tournament, Bout bout, OpenGame game, GameTime since) {
    boolean isWaiting() {
        return game.view().phase() == GamePhase.LOBBY;
    }

    boolean seats(PlayerId player) {
        return bout.seats().contains(player);
    }

    /** Who has not come, in the order of the seats. */
    List<PlayerId> missing(Function<PlayerId, String> names) {
        List<String> missing = game.view().missing();
        return bout.seats().stream()
                .filter(seat -> missing.contains(names.apply(seat)))
                .toList();
    }
}
